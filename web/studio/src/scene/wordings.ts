/** Designed words as a form shows them: alternatives for the first, second and third time, and for how somebody feels. */

import type { Plain } from '../yaml/document'
import { listed } from './exits'
import { inEnglish } from './scene'

export const TIMES = ['first', 'second', 'third'] as const
export type Time = (typeof TIMES)[number]

export interface Case {
  when: Plain
  say: string[]
}

export interface Wording {
  first: string[]
  second: string[]
  third: string[]
  cases: Case[]
}

export function wordingOf(value: Plain | undefined): Wording {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { first: value === true || value === false ? [] : listed(value), second: [], third: [], cases: [] }
  }
  const fields = inEnglish(value)
  const cases = Array.isArray(fields.if) ? fields.if.map(inEnglish) : []
  return {
    first: listed(fields.first),
    second: listed(fields.second),
    third: listed(fields.third),
    cases: cases.map((each) => ({ when: each.when ?? {}, say: listed(each.say) })),
  }
}

/** The value to write: as short as it can be, a single text where one was written. Empty words give undefined. */
export function wordingValue(words: Wording, before: Plain | undefined): Plain | undefined {
  const kept = (texts: readonly string[]) => texts.filter((text) => text.trim() !== '')
  const [first, second, third] = TIMES.map((time) => kept(words[time])) as [string[], string[], string[]]
  const cases = words.cases.map((each) => ({ when: each.when, say: kept(each.say) })).filter((each) => each.say.length > 0)
  const old = typeof before === 'object' && before !== null && !Array.isArray(before) ? inEnglish(before) : undefined
  if (first.length + second.length + third.length + cases.length === 0) return undefined
  if (second.length + third.length + cases.length === 0 && (old === undefined || Object.keys(old).length > 1)) {
    return first.length === 1 && !Array.isArray(before) ? (first[0] as string) : first
  }
  const asBefore = (texts: string[], was: Plain | undefined) =>
    texts.length === 1 && typeof (old === undefined ? before : was) === 'string' ? (texts[0] as string) : texts
  return {
    first: asBefore(first, old?.first),
    ...(second.length > 0 ? { second: asBefore(second, old?.second) } : {}),
    ...(third.length > 0 ? { third: asBefore(third, old?.third) } : {}),
    ...(cases.length > 0 ? { if: cases } : {}),
  }
}

/** The first words of a step, to tell it by. */
export function firstWords(value: Plain | undefined): string {
  const words = wordingOf(value)
  return words.first[0] ?? words.cases[0]?.say[0] ?? ''
}

/** Whether two wordings say the same; empty fields say nothing. */
export function sameWords(one: Wording, other: Wording): boolean {
  const said = (words: Wording) => JSON.stringify(wordingValue(words, []) ?? null)
  return said(one) === said(other)
}
