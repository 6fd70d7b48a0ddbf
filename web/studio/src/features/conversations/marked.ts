/** Texts in pieces: what was searched for, and what led to a reading. */

import type { components } from '../../../../shared/api.generated'
import { EMOTIONS, type Emotion, type Group, groupOf } from '../../words/feelings'

export interface Piece {
  text: string
  hit: boolean
}

/** As much of a searched word as stands in the text: the search finds a word in every form it takes, "걱정되는" in "걱정돼요". */
function found(text: string, word: string): string | undefined {
  const letters = Array.from(word)
  for (let length = letters.length; length >= Math.min(2, letters.length); length--) {
    const beginning = letters.slice(0, length).join('')
    if (text.includes(beginning)) return beginning
  }
  return undefined
}

/** The text with every occurrence of what was searched for as a piece of its own. */
export function marked(text: string, sought: string): Piece[] {
  const whole = text.toLowerCase()
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean).flatMap((each) => found(whole, each) ?? [])
  if (!words.length) return [{ text, hit: false }]
  const pattern = words.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return text
    .split(new RegExp(`(${pattern})`, 'giu'))
    .map((part, n) => ({ text: part, hit: n % 2 === 1 }))
    .filter((part) => part.text)
}

export interface Shown {
  text: string
  /** The group the words speak for; null for words that are no evidence. */
  group: Group | null
}

/**
 * The text with its evidence as pieces. `start` and `end` count code points, as the server does; where two pieces of
 * evidence overlap, the heavier one colours what they share.
 */
export function evident(text: string, evidence: components['schemas']['Evidence'][]): Shown[] {
  const letters = Array.from(text)
  const of: (Group | null)[] = letters.map(() => null)
  for (const each of [...evidence].sort((a, b) => a.weight - b.weight)) {
    if (each.start == null || each.end == null) continue
    const group = (EMOTIONS as string[]).includes(each.toward) ? groupOf(each.toward as Emotion) : 'other'
    of.fill(group, Math.max(0, each.start), Math.min(letters.length, each.end))
  }
  const pieces: Shown[] = []
  letters.forEach((letter, n) => {
    const last = pieces.at(-1)
    const group = of[n] ?? null
    if (last && last.group === group) last.text += letter
    else pieces.push({ text: letter, group })
  })
  return pieces
}
