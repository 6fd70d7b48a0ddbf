import { expect, test } from 'vitest'

import { asked, placeOf } from '../src/features/notes/asked'
import { aboutStep, type ShownNote } from '../src/features/notes/asking'
import { stepsOf } from '../src/features/notes/note_form'
import { codePointOf, trimmed, unitOf } from '../src/features/notes/ranges'

test('places are counted in code points, whatever letters stand before them', () => {
  const text = '와 😀 늦네요'
  expect(unitOf(text, 4)).toBe(5)
  expect(text.slice(unitOf(text, 4), unitOf(text, 7))).toBe('늦네요')
  expect(codePointOf(text, 5)).toBe(4)
  expect(unitOf(text, 99)).toBe(text.length)
})

test('a quote has no blanks around it, and is none without words', () => {
  expect(trimmed('  안 와요 ', 0, 99)).toEqual({ start: 2, end: 6 })
  expect(trimmed('안   와요', 1, 4)).toBe(null)
})

test('a scenario names its steps in either language', () => {
  expect(stepsOf('title: 늦음\nsteps:\n  - id: sorry\n    say: 죄송해요\n  - id: end\n')).toEqual(['sorry', 'end'])
  expect(stepsOf('제목: 늦음\n단계:\n  - 이름표: sorry\n    말: 죄송해요\n')).toEqual(['sorry'])
  expect(stepsOf('steps: [')).toEqual([])
})

test('an address leads to a note, or to a new one about a place', () => {
  expect(asked({ note: 'n1', step: 3, other: 'x' })).toEqual({ note: 'n1' })
  expect(placeOf(asked({ playbook: 'parcel', scenario: 'late' }))).toEqual({ playbook: 'parcel', scenario: 'late', step: '' })
  expect(placeOf(asked({ playbook: 'parcel', step: 'look' }))).toBe(null)
})

test('a step has the notes that name it, not those of the whole scenario', () => {
  const about = (step: string, scenario = 'late') => ({ note: { id: `${scenario} ${step}`, places: [{ playbook: 'parcel', scenario, step }] } }) as unknown as ShownNote
  const notes = [about('look'), about(''), about('look', 'lost')]
  expect(aboutStep(notes, { playbook: 'parcel', scenario: 'late', step: 'look' }).map((each) => each.note.id)).toEqual(['late look'])
})
