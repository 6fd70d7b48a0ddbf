/** Reads server-sent events out of a stream of text, wherever the pieces are cut (WHATWG HTML, 9.2.6). */

export interface Line {
  event: string
  data: string
  id: string
}

/** Returns a function that takes the next piece and gives the events that it completes. */
export function lineReader(): (piece: string) => Line[] {
  let rest = ''
  let event = ''
  let data: string[] = []
  let id = ''
  return (piece) => {
    const found: Line[] = []
    // A carriage return at the end may be half of a line end.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) found.push({ event: event || 'message', data: data.join('\n'), id })
        event = ''
        data = []
        continue
      }
      const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
      if (field === 'event') event = value ?? ''
      else if (field === 'data') data.push(value ?? '')
      else if (field === 'id') id = value ?? ''
    }
    return found
  }
}
