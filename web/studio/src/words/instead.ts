/** A plain word where a stiff one stood, with the particle it wants. Pure. */

import korean from './korean.json'

/** Where a word stands in a text: from and to, in code points. */
export interface Stands {
  text: string
  start: number
  end: number
}

/** A first proposal: the word replaced where it stands. A verb's plain form is left to the writer. */
export function proposed(place: Stands, instead: string): string {
  const letters = [...place.text]
  const after = letters.slice(place.end).join('')
  const verb = instead.endsWith(korean.verb_ends) || /[(…]/.test(instead)
  const plain = verb ? letters.slice(place.start, place.end).join('') : instead
  return letters.slice(0, place.start).join('') + plain + (verb ? after : withParticle(plain, after))
}

// Particles that change with the sound before them: behind a consonant, behind a vowel, and what may follow either.
const PAIRS = (korean.particles as [string, string, string][]).map(([closed, open, tails]) => ({
  closed,
  open,
  ends: new RegExp(`^(?:${tails})?(?![\\uac00-\\ud7a3])`),
}))

/** What follows a word, with its particle as the new word's last sound wants it. */
export function withParticle(word: string, after: string): string {
  const last = word.codePointAt(word.length - 1) ?? 0
  if (last < 0xac00 || last > 0xd7a3) return after
  const coda = (last - 0xac00) % 28
  for (const pair of PAIRS) {
    const found = [pair.closed, pair.open].find((each) => after.startsWith(each) && pair.ends.test(after.slice(each.length)))
    // The first pair follows every consonant but one (index 8, a final l).
    const wanted = coda === 0 || (pair === PAIRS[0] && coda === 8) ? pair.open : pair.closed
    if (found) return wanted + after.slice(found.length)
  }
  return after
}
