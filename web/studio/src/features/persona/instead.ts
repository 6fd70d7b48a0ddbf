/** A stiff word said plainly in the very sentence that holds it. Pure. */

import type { components } from '../../../../shared/api.generated'
import korean from './korean.json'

export type StiffWord = components['schemas']['StiffWord']
export type StiffPlace = components['schemas']['StiffPlace']

/** The sentence with other words, as far as the file has it there in one piece and in plain writing; else null. */
export function sentenceReplaced(file: string, place: StiffPlace, sentence: string): string | null {
  const lines = file.split('\n')
  const line = lines[place.line - 1]
  if (line === undefined) return null
  // Places are told in code points, as the server counts.
  const letters = [...line]
  const whole = [...place.text]
  const from = place.column - 1 - place.start
  if (from < 0 || letters.slice(from, from + whole.length).join('') !== place.text) return null
  if (/["'\\\n]/.test(sentence) || sentence.trim() !== sentence || sentence === '') return null
  const [before, after] = [letters.slice(0, from).join(''), letters.slice(from + whole.length).join('')]
  // Without quotes some marks would begin something else in YAML.
  const quoted = /["']$/.test(before)
  if (!quoted && /[:#[\]{},&*!|>%@`]/.test(sentence)) return null
  lines[place.line - 1] = before + sentence + after
  return lines.join('\n')
}

/** A first proposal: the word replaced where it stands. A verb's plain form is left to the writer. */
export function proposed(place: StiffPlace, instead: string): string {
  const letters = [...place.text]
  const after = letters.slice(place.end).join('')
  const verb = instead.endsWith(korean.verb_ends) || /[(…]/.test(instead)
  const plain = verb ? letters.slice(place.start, place.end).join('') : instead
  return letters.slice(0, place.start).join('') + plain + (verb ? after : withParticle(plain, after))
}

// Particles that change with the sound before them: behind a consonant, behind a vowel.
const PAIRS = korean.particles as [string, string][]

/** What follows a word, with its particle as the new word's last sound wants it. */
export function withParticle(word: string, after: string): string {
  const last = word.codePointAt(word.length - 1) ?? 0
  if (last < 0xac00 || last > 0xd7a3) return after
  const coda = (last - 0xac00) % 28
  for (const pair of PAIRS) {
    const [closed, open] = pair
    const found = pair.find((each) => after.startsWith(each) && !/^[\uac00-\ud7a3]/.test(after.slice(each.length)))
    // The first pair follows every consonant but one (index 8, a final l).
    const wanted = coda === 0 || (pair === PAIRS[0] && coda === 8) ? open : closed
    if (found) return wanted + after.slice(found.length)
  }
  return after
}
