/** The languages the chat itself is written in. */

export type Language = 'ko' | 'en'

export function languageOf(asked: string | null | undefined): Language | null {
  const start = (asked || '').slice(0, 2).toLowerCase()
  return start === 'ko' || start === 'en' ? start : null
}
