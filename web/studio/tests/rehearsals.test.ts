/** Rehearsals in the studio: how a step is coloured, and how far somebody is with the last exercise. */

import { expect, test } from 'vitest'

import { Problem } from '../src/api/problem'
import { tasksDone } from '../src/features/exercises/rehearsed'
import { withoutCustomers } from '../src/features/rehearsals/customers_file'
import { heatOf, heatsOf } from '../src/features/rehearsals/heat_of'
import { refusalOf } from '../src/features/rehearsals/start'

const spot = (step: string, more: object) => ({ step, came: 10, left: 0, left_in_anger: 0, turned: 0, ...more })

test('who leaves in anger says more than who leaves, and who leaves more than who is hurt and stays', () => {
  expect(heatOf(spot('a.b', { left: 4, left_in_anger: 1, turned: 9 }))).toMatchObject({ warmth: 'angry', share: 0.4 })
  expect(heatOf(spot('a.b', { left: 4, turned: 9 }))).toMatchObject({ warmth: 'left', share: 0.4 })
  expect(heatOf(spot('a.b', { turned: 9 }))).toMatchObject({ warmth: 'turned', share: 0.9 })
  expect(heatOf(spot('a.b', {})).warmth).toBe('calm')
  expect(heatOf(spot('a.b', { came: 0 })).warmth).toBe('never')
})

test('a scenario has the steps of its own name and not those of one that begins alike', () => {
  const heats = heatsOf([spot('late.hurried', { left: 1 }), spot('late_parcel.wait', {})], 'late')
  expect([...heats.keys()]).toEqual(['hurried'])
})

test('the last exercise is done when the same customers came before and after a change', () => {
  const run = (id: string, at: string, seed = 1) => ({ id, at, seed, customers: 100, state: 'finished' as const })
  const file = (at: string, path = 'empathy.yaml') => ({ path, at })
  const [one, two, three] = ['2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z', '2026-11-23T12:00:00Z'] as [string, string, string]
  expect(tasksDone([], [file(two)]).done).toEqual([])
  expect(tasksDone([run('a', two)], [file(one)]).done).toEqual(['first'])
  expect(tasksDone([run('a', one)], [file(two, 'customers/first.yaml')]).done).toEqual(['first'])
  expect(tasksDone([run('a', one)], [file(two)]).done).toEqual(['first', 'change'])
  expect(tasksDone([run('b', three, 2), run('a', one)], [file(two)]).done).toEqual(['first', 'change'])
  expect(tasksDone([run('b', three), run('a', one)], [file(two)])).toMatchObject({ done: ['first', 'change', 'compare'], second: { id: 'b' } })
})

const CAST = `# 우리 고객
customers:
  - id: waits          # 기다리는 사람
    who: 기다리는 사람
  - id: sends_back
    who: 돌려보내는 사람
  - id: asks
    who: 묻는 사람
`

test('customers who do not fit are taken out, and the others stay as they are written', () => {
  expect(withoutCustomers(CAST, ['sends_back'])).toBe(CAST.replace(/ {2}- id: sends_back\n.*\n/, ''))
  expect(withoutCustomers(CAST, ['waits', 'asks', 'nobody'])).toContain('customers:\n  - id: sends_back')
  expect(withoutCustomers(CAST, ['waits', 'sends_back', 'asks'])).toBeNull()
  expect(withoutCustomers('customers: nobody', ['waits'])).toBe('customers: nobody')
})

test('customers of today who come for what an earlier publication does not know are no mistake of theirs', () => {
  const refused = (code: string) => new Problem(422, code)
  expect(refusalOf(refused('bad_customers'), 'draft')).toBe('mend')
  expect(refusalOf(refused('bad_customers'), 'e9d7c3b1a66d')).toBe('older')
  expect([refusalOf(refused('no_customers'), 'draft'), refusalOf(refused('playbook_unusable'), 'draft')]).toEqual(['nobody', 'fix'])
  expect([refusalOf(refused('other'), 'draft'), refusalOf(new TypeError('away'), 'draft')]).toEqual([null, null])
})
