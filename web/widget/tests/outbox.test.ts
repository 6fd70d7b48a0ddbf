import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Problem } from '../app/chat/api'
import { Memory, pageStorage } from '../app/chat/memory'
import { Outbox, type Letter } from '../app/chat/outbox'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function outbox(deliver: (letter: Letter) => Promise<void>, memory = new Memory(pageStorage(), 'parcel')) {
  return new Outbox({
    deliver,
    open: () => true,
    changed: () => undefined,
    keep: (letter) => memory.keepLetter(letter),
    drop: (id) => memory.dropLetter(id),
    chance: () => 1,
  })
}

test('messages wait for the network and then go out in order, each under its first id', async () => {
  let down = true
  const tried: string[] = []
  const kept: string[] = []
  const box = outbox(async (letter) => {
    tried.push(letter.id)
    if (down) throw new Problem('unreachable', true)
    kept.push(letter.id)
  })
  for (const id of ['one', 'two', 'three']) box.add(id, '여보세요', null)
  await vi.advanceTimersByTimeAsync(400)
  expect(box.letters.map((each) => each.state)).toEqual(['waiting', 'waiting', 'waiting'])
  expect(tried).toEqual(['one'])
  down = false
  await vi.advanceTimersByTimeAsync(20_000)
  expect(kept).toEqual(['one', 'two', 'three'])
  expect(box.letters.map((each) => each.state)).toEqual(['kept', 'kept', 'kept'])
})

test('a message the server will not take does not hold back the next', async () => {
  const box = outbox(async (letter) => {
    if (letter.id === 'bad') throw new Problem('message_too_long', false)
  })
  box.add('bad', '너무 긴 말', null)
  box.add('good', '짧은 말', null)
  await vi.advanceTimersByTimeAsync(10)
  expect(box.letters.map((each) => [each.state, each.code])).toEqual([
    ['refused', 'message_too_long'],
    ['kept', null],
  ])
})

test('what was not sent survives a reload, and its answer is not sent a second time', async () => {
  const memory = new Memory(pageStorage(), 'parcel')
  const dead = outbox(() => Promise.reject(new Problem('unreachable', true)), memory)
  dead.add('one', '첫째', null)
  dead.add('two', '둘째', 'yes')
  await vi.advanceTimersByTimeAsync(10)
  const sent: [string, string, string | null][] = []
  const next = outbox(async ({ id, text, choice }) => void sent.push([id, text, choice]), memory)
  next.restore(memory.letters())
  await vi.advanceTimersByTimeAsync(10)
  expect(sent).toEqual([
    ['one', '첫째', null],
    ['two', '둘째', 'yes'],
  ])
  next.remove('one')
  next.remove('two')
  expect(memory.letters()).toEqual([])
})

test('trying again by hand does not wait for the pause to end', async () => {
  let times = 0
  const box = outbox(async () => {
    if (++times === 1) throw new Problem('unreachable', true)
  })
  box.add('one', '여보세요', null)
  await vi.advanceTimersByTimeAsync(1)
  box.again('one')
  await vi.advanceTimersByTimeAsync(1)
  expect(box.letters[0]?.state).toBe('kept')
})
