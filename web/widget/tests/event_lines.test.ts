import { expect, test } from 'vitest'

import { lineReader } from '../app/chat/event_lines'

const STREAM = 'retry: 1000\n\nid: 3\nevent: message\ndata: {"a":\ndata: "걱정"}\n\n: still here\n\nevent: typing\r\ndata: {}\r\n\r\n'

test('events are read wherever the pieces are cut', () => {
  for (let size = 1; size < STREAM.length; size++) {
    const read = lineReader()
    const found = []
    for (let i = 0; i < STREAM.length; i += size) found.push(...read(STREAM.slice(i, i + size)))
    expect(found).toEqual([
      { event: 'message', data: '{"a":\n"걱정"}', id: '3' },
      { event: 'typing', data: '{}', id: '3' },
    ])
  }
})

test('an event that was cut off by the end is not shown', () => {
  expect(lineReader()('event: message\ndata: {"half":')).toEqual([])
})
