/** Places in a text: the server counts code points, the page counts units of its strings. */

/** Where a code point begins in the string. */
export function unitOf(text: string, codePoint: number): number {
  let unit = 0
  for (let n = 0; n < codePoint && unit < text.length; n += 1) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
  return unit
}

/** How many code points stand before a place in the string. */
export function codePointOf(text: string, unit: number): number {
  return Array.from(text.slice(0, unit)).length
}

/** The same words without blanks at both ends; null when nothing is left. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  const letters = Array.from(text)
  let [from, to] = [start, Math.min(end, letters.length)]
  while (from < to && /\s/.test(letters[from] ?? '')) from += 1
  while (to > from && /\s/.test(letters[to - 1] ?? '')) to -= 1
  return to > from ? { start: from, end: to } : null
}

const LINE = /^line-(\d+)$/

/** What is selected of one line of the transcript: its version, and the code points of its text. */
export function selected(selection: Selection | null): { version: number; start: number; end: number } | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const bubble = (range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentElement : (range.startContainer as Element))?.closest('.bubble')
  const version = LINE.exec(bubble?.closest('[id^="line-"]')?.id ?? '')?.[1]
  if (!bubble || !version || !bubble.contains(range.endContainer)) return null
  const before = document.createRange()
  before.selectNodeContents(bubble)
  before.setEnd(range.startContainer, range.startOffset)
  const text = bubble.textContent ?? ''
  const start = codePointOf(text, before.toString().length)
  const found = trimmed(text, start, start + Array.from(range.toString()).length)
  return found && { version: Number(version), ...found }
}

/** The stretch of the page where a quote stands; null when the line is not there or has other words. */
export function rangeOf(quote: { version: number; start: number; end: number }): Range | null {
  const bubble = document.querySelector(`#line-${quote.version} .bubble`)
  if (!bubble) return null
  const text = bubble.textContent ?? ''
  const [from, to] = [unitOf(text, quote.start), unitOf(text, quote.end)]
  const range = document.createRange()
  const nodes = document.createTreeWalker(bubble, NodeFilter.SHOW_TEXT)
  let at = 0
  let began = false
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const { length } = node as Text
    if (!began && from < at + length) {
      range.setStart(node, from - at)
      began = true
    }
    if (began && to <= at + length) {
      range.setEnd(node, to - at)
      return range
    }
    at += length
  }
  return null
}
