import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Problem } from '../src/api/problem'
import { type File, PAUSE, Saver } from '../src/draft/saver'

const PLACE = 'dajeong:unsaved:shop:'

class Kept {
  readonly held = new Map<string, string>()
  get length() {
    return this.held.size
  }
  key = (n: number) => [...this.held.keys()][n] ?? null
  getItem = (key: string) => this.held.get(key) ?? null
  setItem = (key: string, value: string) => void this.held.set(key, value)
  removeItem = (key: string) => void this.held.delete(key)
}

type Sent = [path: string, text: string | null, revision: number]

function saving(answer: (sent: Sent, all: Sent[]) => number | Promise<number>, kept = new Kept()) {
  const sent: Sent[] = []
  const saver = new Saver({
    send: async (...each) => {
      sent.push(each)
      return answer(each, sent)
    },
    kept,
    place: PLACE,
  })
  return { saver, sent, kept }
}

const file = (text: string, revision: number): File => ({ path: 'a.yaml', text, revision, at: '2026-11-23T00:00:00Z' })
const moved = (theirs: File | null) => new Problem(412, 'revision_conflict', 0, { theirs })

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('typing is saved once, after a pause, over the revision it was typed over', async () => {
  const { saver, sent, kept } = saving(() => 4)
  for (const text of ['a', 'ab', 'abc']) saver.write('a.yaml', text, 3)
  expect(saver.view()).toMatchObject({ state: 'saving', texts: { 'a.yaml': 'abc' } })
  expect(kept.held.size).toBe(1)
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(sent).toEqual([['a.yaml', 'abc', 3]])
  expect(saver.view()).toMatchObject({ state: 'saved', texts: {} })
  expect(kept.held.size).toBe(0)
})

test('one save is under way at a time, and what was typed meanwhile stands on it', async () => {
  const answers: ((revision: number) => void)[] = []
  const { saver, sent } = saving(() => new Promise((done) => answers.push(done)))
  saver.write('a.yaml', 'one', 1)
  await vi.advanceTimersByTimeAsync(PAUSE)
  saver.write('a.yaml', 'two', 1)
  saver.write('b.yaml', 'other', 0)
  await vi.advanceTimersByTimeAsync(5 * PAUSE)
  expect(sent).toHaveLength(1)
  answers[0]?.(2)
  await vi.advanceTimersByTimeAsync(PAUSE)
  answers[1]?.(3)
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(sent.slice(1)).toEqual([
    ['a.yaml', 'two', 2],
    ['b.yaml', 'other', 0],
  ])
})

test('what did not arrive is tried again, and survives the page', async () => {
  let up = false
  const down = saving(() => {
    if (!up) throw new TypeError('Failed to fetch')
    return 2
  })
  down.saver.write('a.yaml', 'kept', 1)
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(down.saver.view().state).toBe('failed')
  const after = saving(() => 2, down.kept)
  expect(after.saver.view().texts).toEqual({ 'a.yaml': 'kept' })
  up = true
  await vi.advanceTimersByTimeAsync(60_000)
  expect(down.saver.view().state).toBe('saved')
  expect(after.sent).toEqual([['a.yaml', 'kept', 1]])
})

test('when somebody else changed the file both texts are shown, and nothing is sent before a choice', async () => {
  const { saver, sent } = saving(([, , revision]) => {
    if (revision !== 5) throw moved(file('theirs', 5))
    return 6
  })
  saver.write('a.yaml', 'mine', 3)
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(saver.view()).toMatchObject({ state: 'conflict', conflict: { mine: 'mine', theirs: { text: 'theirs' } } })
  saver.write('a.yaml', 'mine too', 3)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toHaveLength(1)
  saver.settle('a.yaml', saver.view().conflict?.mine ?? null)
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(sent.at(-1)).toEqual(['a.yaml', 'mine too', 5])
  expect(saver.view().state).toBe('saved')
})

test('the same text saved by another tab is no conflict, and theirs may be taken', async () => {
  const same = saving(() => {
    throw moved(file('mine', 4))
  })
  same.saver.write('a.yaml', 'mine', 3)
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(same.saver.view().state).toBe('saved')

  const gone = saving(() => {
    throw moved(null)
  })
  gone.saver.write('a.yaml', 'mine', 3)
  await vi.advanceTimersByTimeAsync(PAUSE)
  gone.saver.settle('a.yaml', 'theirs')
  expect(gone.saver.view()).toMatchObject({ state: 'saved', texts: {} })
})

test('a refused text waits for another one instead of being sent for ever', async () => {
  const { saver, sent } = saving(([, text]) => {
    if (text === 'bad') throw new Problem(422, 'unfit_file')
    return 1
  })
  saver.write('a.yaml', 'bad', 0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect([sent.length, saver.view().state]).toEqual([1, 'failed'])
  saver.write('a.yaml', 'good', 0)
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(saver.view().state).toBe('saved')
})

test('what was refused is sent again when somebody asks for it, and not before', async () => {
  let may = false
  const { saver, sent } = saving(() => {
    if (!may) throw new Problem(403, 'not_allowed')
    return 2
  })
  saver.write('a.yaml', 'mine', 1)
  await vi.advanceTimersByTimeAsync(PAUSE)
  may = true
  saver.flush()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toHaveLength(1)
  expect(saver.view().state).toBe('failed')
  saver.again()
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(saver.view().state).toBe('saved')
})

test('a page that closes sends what waits at once: no timer of it will run any more', () => {
  const { saver, sent } = saving(() => 2)
  saver.write('a.yaml', 'mine', 1)
  saver.flush()
  expect(sent).toHaveLength(1)
})
