import { expect, test } from 'vitest'

import { keepIn, keptIn } from '../src/draft/kept'

function storage() {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
}

test('what is written in a form is found again, until the form says what it said at first', () => {
  const place = storage()
  keepIn(place, '소라:note', { title: '늦는다는 말' }, { title: '' })
  expect(keptIn(place, '소라:note')).toEqual({ title: '늦는다는 말' })
  expect(keptIn(place, '민재:note')).toBe(null)
  keepIn(place, '소라:note', { title: '' }, { title: '' })
  expect(place.held.size).toBe(0)
})

test('a storage that is full or holds something else stops nobody', () => {
  const full = { ...storage(), setItem: () => { throw new DOMException('full', 'QuotaExceededError') } }
  expect(() => keepIn(full, 'note', 'a', '')).not.toThrow()
  const broken = { ...storage(), getItem: () => '{"title":' }
  expect(keptIn(broken, 'note')).toBe(null)
})
