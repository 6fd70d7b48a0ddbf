import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { ChatEvent } from '../app/chat/events'
import { LONGEST_HOLD, Presenter } from '../app/chat/presenter'
import { theirs, written } from './examples'

let shown: number[]
let typed: number
let presenter: Presenter

beforeEach(() => {
  vi.useFakeTimers()
  shown = []
  typed = 0
  presenter = new Presenter(
    (event: ChatEvent) => void shown.push(event.position),
    () => void typed++,
  )
})
afterEach(() => void vi.useRealTimers())

test('a reply is held for the moment it takes to be typed, and typing is shown meanwhile', () => {
  presenter.take(theirs(5, { typing_ms: 800 }))
  vi.advanceTimersByTime(799)
  expect([shown, typed]).toEqual([[], 1])
  vi.advanceTimersByTime(1)
  expect(shown).toEqual([5])
})

test('nobody waits longer than the longest hold, whatever a reply says', () => {
  presenter.take(theirs(5, { typing_ms: 60_000 }))
  vi.advanceTimersByTime(LONGEST_HOLD)
  expect(shown).toEqual([5])
})

test('what comes after a held reply is shown after it', () => {
  presenter.take(theirs(5, { typing_ms: 500 }))
  presenter.take({ kind: 'holder', position: 6, holder: 'queue' })
  expect(shown).toEqual([])
  vi.advanceTimersByTime(500)
  expect(shown).toEqual([5, 6])
})

test('when much has come at once nothing is held, and the order stays', () => {
  for (const event of [theirs(5, { typing_ms: 900 }), written(6), theirs(7, { typing_ms: 900 })]) presenter.take(event)
  expect(shown).toEqual([5, 6, 7])
  vi.advanceTimersByTime(5_000)
  expect(shown).toEqual([5, 6, 7])
})
