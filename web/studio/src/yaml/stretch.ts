/** Stretches of a text by lines: where they begin and end, what is put in and taken out. */

export function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** Behind the line break that ends the line of an offset, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset)
  return at < 0 ? text.length : at + 1
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}

export function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === ''
}

export function put(text: string, offset: number, piece: string): string {
  return text.slice(0, offset) + piece + text.slice(offset)
}

export function cut(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(to)
}

/** What has to stand before lines that are put at an offset: a line break when the text does not end with one. */
export function fresh(text: string, offset: number): string {
  return offset > 0 && text[offset - 1] !== '\n' ? eolOf(text) : ''
}

/** Puts lines at the beginning of a line, each moved in by `column`. */
export function putLines(text: string, offset: number, lines: readonly string[], column: number): string {
  const eol = eolOf(text)
  const block = lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line)).join(eol)
  return text.slice(0, offset) + fresh(text, offset) + block + eol + text.slice(offset)
}

/** The beginning of the comment lines that stand right above a line and no further out than it, else of the line itself. */
export function withComments(text: string, offset: number): number {
  let from = lineStart(text, offset)
  const column = offset - from
  while (from > 0) {
    const above = lineStart(text, from - 1)
    const line = text.slice(above, from)
    const comment = line.search(/\S/)
    if (line[comment] !== '#' || comment < column) break
    from = above
  }
  return from
}

/** Takes whole lines out; of the blank lines on both sides one side's go too. */
export function cutLines(text: string, from: number, contentTo: number): string {
  const gone = taken(text, from, contentTo)
  return text.slice(0, gone.from) + text.slice(gone.to)
}

export interface Taken {
  from: number
  to: number
  /** The lines, ended by a line break. */
  text: string
}

/** The lines from one offset to another, with the blank lines after them when there are blank lines before them too. */
export function taken(text: string, from: number, contentTo: number): Taken {
  const begin = lineStart(text, from)
  const end = lineEnd(text, contentTo)
  const body = text.slice(begin, end)
  const blank = /^(?:[ \t]*\r?\n)+/.exec(text.slice(end))?.[0] ?? ''
  const blankBefore = begin === 0 || /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, begin))
  const to = blankBefore ? end + blank.length : end
  return { from: begin, to, text: body.endsWith('\n') ? body : body + eolOf(text) }
}

/** A comment that stands behind a key or dash, before a block begins below it. */
export function commentBetween(text: string, from: number, to: number): string {
  const line = text.slice(from, to).split(/\r?\n/)[0] ?? ''
  return line.includes('#') ? ` ${line.trim()}` : ''
}
