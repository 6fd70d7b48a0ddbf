/** Moments and stretches of time as people say them. */

import type { Language } from './words'

const LOCALE: Record<Language, string> = { ko: 'ko-KR', en: 'en-GB' }

/** 오전 9:05 has no nought before it; 09:05 has. */
const HOUR: Record<Language, 'numeric' | '2-digit'> = { ko: 'numeric', en: '2-digit' }

export function clock(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { hour: HOUR[language], minute: '2-digit' }).format(at)
}

export function day(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { month: 'long', day: 'numeric', weekday: 'long' }).format(at)
}

export function weekday(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { weekday: 'short' }).format(at)
}

export function moment(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { month: 'short', day: 'numeric', hour: HOUR[language], minute: '2-digit' }).format(at)
}

/** "3시간", "2 days": the largest whole unit, at least a minute. */
export function stretch(milliseconds: number, language: Language): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000))
  const [value, unit] =
    minutes < 60 ? [minutes, 'minute'] : minutes < 48 * 60 ? [Math.round(minutes / 60), 'hour'] : [Math.round(minutes / 1440), 'day']
  return new Intl.NumberFormat(LOCALE[language], { style: 'unit', unit: unit as string, unitDisplay: 'long' }).format(value as number)
}

/** The midnight that began the day of `now`, where the browser is. */
export function midnight(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate())
}

/** With its time zone, as the server wants it: 2026-11-23T00:00:00+09:00. */
export function zoned(at: Date): string {
  const away = -at.getTimezoneOffset()
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0')
  const local = new Date(at.getTime() + away * 60_000).toISOString().slice(0, 19)
  return `${local}${away < 0 ? '-' : '+'}${two(away / 60)}:${two(away % 60)}`
}
