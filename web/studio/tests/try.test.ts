import { expect, test } from 'vitest'

import { sent, titleOf } from '../src/features/try/lines'
import { changedOutputs, typedOutputs } from '../src/features/try/outputs'
import { type Action, same, unsaved } from '../src/features/try/play'

const file = (path: string, text: string) => ({ path, text, revision: 1, at: '2026-11-23T00:00:00Z' })

test('a draft is tried as it is typed: what is under way, what an editor lays over it, and what is gone', () => {
  const draft = { files: [file('persona.yaml', 'a'), file('empathy.yaml', 'b'), file('lines.yaml', 'c')] }
  const typed = { 'persona.yaml': 'a', 'empathy.yaml': 'typed', 'scenarios/new.yaml': 'new' }
  expect(unsaved(draft, typed, { 'persona.yaml': 'laid over' })).toEqual({
    'empathy.yaml': 'typed',
    'scenarios/new.yaml': 'new',
    'lines.yaml': null,
    'persona.yaml': 'laid over',
  })
  expect(unsaved(draft, Object.fromEntries(draft.files.map((each) => [each.path, each.text])), {})).toEqual({})
})

test('a button is sent by what it stands for, and words with the feeling they are supposed to have', () => {
  expect(sent({ press: 'refund', label: '환불' })).toEqual({ press: 'refund' })
  const angry = { say: '언제 와요?', if_felt: { emotion: 'anger', strength: 0.9 } } as const
  expect(sent(angry)).toEqual(angry)
  expect(same({ say: 'a' }, { say: 'a' })).toBe(true)
  expect(same({ say: 'a' }, { say: 'a', if_felt: { emotion: 'anger', strength: 0.9 } })).toBe(false)
})

test('only what a system answers otherwise than its example is sent, in the type it was declared with', () => {
  const output = (type: string) => ({ type, title: '', required: false })
  const action = {
    name: 'find_order',
    outputs: { found: output('yes_no'), days_late: output('number'), place: output('text'), items: output('list') },
    example: { found: true, days_late: 2, place: '대전', items: ['컵', '접시'] },
  } as unknown as Action
  const typed = typedOutputs(action, { outputs: { days_late: 3 } })
  expect(typed).toEqual({ found: 'true', days_late: '3', place: '대전', items: '컵, 접시' })
  expect(changedOutputs(action, typed)).toEqual({ days_late: 3 })
  expect(changedOutputs(action, { ...typed, days_late: '2', found: 'false', place: ' ', items: '컵,' })).toEqual({
    found: false,
    place: null,
    items: ['컵'],
  })
})

test('a story is called after the first words, and no sign of them is cut in two', () => {
  const crying = `${'가'.repeat(39)}😭😭`
  expect(titleOf([{ wait: true }, { say: crying }])).toBe(`${'가'.repeat(39)}😭…`)
  expect(titleOf([{ say: `${'가'.repeat(39)}😭` }])).toBe(`${'가'.repeat(39)}😭`)
  expect(titleOf([{ wait: true }])).toBe('-')
})
