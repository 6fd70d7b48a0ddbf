import { expect, test } from 'vitest'

import { EMPTY, after, unreadAfter } from '../app/chat/thread'
import { theirs, written } from './examples'

test('an event that comes twice is shown once', () => {
  const events = [written(3), theirs(5), written(3), theirs(5)]
  expect(events.reduce(after, EMPTY).messages.map((each) => each.position)).toEqual([3, 5])
})

test('typing ends with the answer, and never begins after it', () => {
  const asked = after(after(EMPTY, written(3)), { kind: 'typing', position: 3 })
  expect(asked.typing).toBe(true)
  const answered = after(asked, theirs(5))
  expect(answered.typing).toBe(false)
  expect(after(answered, { kind: 'typing', position: 3 }).typing).toBe(false)
})

test('typing does not move the place where a stream goes on', () => {
  expect(after(after(EMPTY, written(3)), { kind: 'typing', position: 3 }).position).toBe(3)
  expect(after(EMPTY, { kind: 'typing', position: 9 }).position).toBe(0)
})

test('a closed conversation stays closed and nobody types in it', () => {
  const closed = after(after(EMPTY, written(3)), { kind: 'closed', position: 8 })
  expect(closed.closed).toBe(true)
  expect(after(closed, { kind: 'typing', position: 3 }).typing).toBe(false)
})

test('only the words of the other side count as unread', () => {
  const thread = [theirs(2), written(3), theirs(5), theirs(7)].reduce(after, EMPTY)
  expect(unreadAfter(thread, 2)).toBe(2)
  expect(unreadAfter(thread, 7)).toBe(0)
})
