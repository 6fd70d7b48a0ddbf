import { expect, test } from 'vitest'

import { asked, query } from '../src/features/conversations/asked'
import { evident, marked } from '../src/features/conversations/marked'
import { stepWithoutWords } from '../src/features/conversations/spoke'

test('an address asks only what is known', () => {
  expect(asked({ q: ' 택배 ', emotion: 'anger', outcome: 'done', period: 7, rubbish: 1 })).toEqual({
    q: ' 택배 ',
    emotion: 'anger',
    outcome: 'done',
    period: '7',
  })
  expect(asked({ q: '', emotion: 'hunger', period: '12', scenario: { a: 1 } })).toEqual({})
})

test('a period begins at a midnight, today among its days', () => {
  const now = new Date(2026, 10, 23, 15, 30)
  expect(query({ q: 'x' }, now)).toEqual({ q: 'x' })
  const { from } = query({ period: '7' }, now) as { from: string }
  expect(new Date(from).getTime()).toBe(new Date(2026, 10, 17).getTime())
})

test('what was searched for is marked, whatever signs it holds', () => {
  expect(marked('택배가 안 와요. 택배요!', '택배').filter((each) => each.hit)).toHaveLength(2)
  expect(marked('a (b) c', '(b').map((each) => each.text).join('')).toBe('a (b) c')
  expect(marked('너무 걱정돼요', '걱정되는').filter((each) => each.hit)).toEqual([{ text: '걱정', hit: true }])
  expect(marked('그대로', '')).toEqual([{ text: '그대로', hit: false }])
})

test('evidence is counted in code points and the heavier one wins', () => {
  const evidence = (start: number, end: number, toward: string, weight: number) => ({ sign: 'word', toward, text: '', start, end, weight })
  expect(evident('😀 걱정돼요', [evidence(2, 4, 'anxiety', 1)])).toEqual([
    { text: '😀 ', group: null },
    { text: '걱정', group: 'worried' },
    { text: '돼요', group: null },
  ])
  expect(evident('abcd', [evidence(0, 3, 'anger', 0.2), evidence(2, 9, 'gratitude', 0.9)])).toEqual([
    { text: 'ab', group: 'against' },
    { text: 'cd', group: 'content' },
  ])
  expect(evident('ab', [{ sign: 'burst', toward: 'anger', text: '', start: null, end: null, weight: 1 }])).toEqual([{ text: 'ab', group: null }])
})

test('a reply at a step whose words came from elsewhere still leads to the step', () => {
  const at = { scenario: 'address', step: 'change' }
  const said = (wording: string) => ({ ...at, wordings: [{ move: 'inform' as const, wording, variant: 'first/0' }] })
  expect([stepWithoutWords(said('line.trouble')), stepWithoutWords(said('address.change.again')), stepWithoutWords(said('address.change_more'))]).toEqual([at, undefined, at])
  expect(stepWithoutWords({ scenario: 'address', step: null, wordings: [] })).toBeUndefined()
})
