/** Message text as it may be shown: plain words, and links that are nothing but links. */

export const LONGEST = 4_000
/** From here on the writer is told how much is left. */
export const TELL_FROM = 3_600

export type Part = { text: string; href?: string }

const LINK = /https?:\/\/[^\s<>"'`{}|\\^\u3131-\u318e\uac00-\ud7a3]+/giu
// What ends a sentence does not belong to the address before it.
const END = /[.,!?;:)\]…~]+$/u

/** The text in parts; only http and https become links. */
export function parts(text: string): Part[] {
  const found: Part[] = []
  let last = 0
  for (const match of text.matchAll(LINK)) {
    const href = match[0].replace(END, '')
    if (!addressable(href)) continue
    if (match.index > last) found.push({ text: text.slice(last, match.index) })
    found.push({ text: href, href })
    last = match.index + href.length
  }
  if (last < text.length) found.push({ text: text.slice(last) })
  return found
}

function addressable(href: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(href).protocol)
  } catch {
    return false
  }
}

/** Length as the server counts it: in code points, without the space around. */
export function lengthOf(text: string): number {
  return [...text.normalize('NFC').trim()].length
}
