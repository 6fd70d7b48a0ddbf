import { expect, test } from 'vitest'

import { laidOver } from '../src/draft/draft'
import { doneOf } from '../src/features/playbooks/start'
import { bareNote } from '../src/features/versions/names'
import { remembered } from '../src/features/versions/remembered'
import { grouped } from '../src/features/versions/told'
import { wayTo } from '../src/features/versions/way_to'

const change = (...where: (string | number)[]) => ({ kind: 'changed' as const, where, what: where.join('.'), before: null, after: null })

test('a note says once that its version came back', () => {
  expect(bareNote('다시: 되돌림: 다시: 이름을 바꾸었어요')).toBe('이름을 바꾸었어요')
  expect(bareNote('Again: 되돌림: A new name')).toBe('A new name')
  expect(bareNote('이름: 다시: 봄이')).toBe('이름: 다시: 봄이')
})

test('changes stand under the part of the playbook they belong to, in our order', () => {
  const found = grouped([change('persona', 'name'), change('layout.json'), change('scenarios', 'late'), change('persona', 'warmth')])
  expect(found.map(([group, changes]) => [group, changes.length])).toEqual([
    ['scenarios', 1],
    ['persona', 2],
    ['other', 1],
  ])
})

test('a place leads to the page that shows it, and one that no page shows leads nowhere', () => {
  const late = 'title: 늦은 택배\nsteps:\n  - say: 안녕하세요\n    id: hello\n  - 말하기: 죄송해요\n    id: sorry\n'
  const texts = { 'scenarios/late.yaml': late }
  const there = '/playbooks/shop/scenarios/late'
  expect(wayTo('shop', ['scenarios', 'late', 'steps', 1, 'say'], texts)).toEqual({ to: there, search: { step: 'sorry' } })
  expect(wayTo('shop', ['scenarios', 'late', 'steps', 7], texts)).toEqual({ to: there })
  expect(wayTo('shop', ['scenarios', 'late', 'title'], { 'scenarios/late.yaml': 'steps: [' })).toEqual({ to: there })
  expect(wayTo('my shop', ['answers', 'fee'], {})).toEqual({ to: '/playbooks/my%20shop/intents' })
  expect(wayTo('shop', ['layout.json'], {})).toBeNull()
  expect(wayTo('shop', [], {})).toBeNull()
})

test('a first step is done when its file was changed, tried or published', () => {
  const file = (path: string, revision: number) => ({ path, text: '', revision, at: '' })
  const files = [file('persona.yaml', 1), file('scenarios/late.yaml', 1)]
  expect(doneOf({ files, base: null, tried_at: null }, [])).toEqual([])
  expect(doneOf({ files: [file('persona.yaml', 2), file('scenarios/late.yaml', 3)], base: null, tried_at: null }, [])).toEqual(['persona', 'scenario'])
  expect(doneOf({ files: [...files, file('tests/angry.yaml', 1)], base: 'a', tried_at: null }, ['customer'])).toEqual(['talk', 'publish', 'customer'])
  expect(doneOf({ files, base: null, tried_at: '2026-11-23T05:00:00Z' }, ['customer', 'talk'])).toEqual(['talk'])
  expect(doneOf({ files, base: null, tried_at: null }, ['talk'])).toEqual([])
})

test('what was typed is laid over what the server has', () => {
  const files = [
    { path: 'a', text: '1' },
    { path: 'b', text: '2' },
  ]
  expect(laidOver(files, { b: null, c: '3' })).toEqual({ a: '1', c: '3' })
})

test('going back and undoing it at once leaves the publication that was there before', () => {
  const put = (version: string, note: string, in_force = false) => ({ version, note, in_force, by: '', at: '', recalled: false, share: in_force ? 100 : 0, conversations: 0 })
  const [first, second] = [put('a', '처음'), put('b', '봄이')]
  const back = put('a', '되돌림: 처음')
  const shown = (...versions: ReturnType<typeof put>[]) => remembered(versions).map(({ number, version, in_force, share, undone }) => [number, version, in_force, share, undone.length])
  expect(shown(put('b', '다시: 봄이', true), back, second, first)).toEqual([
    [2, 'b', true, 100, 2],
    [1, 'a', false, 0, 0],
  ])
  expect(shown(put('b', 'Again: 봄이', true), put('a', 'Back to: 처음'), put('b', '다시: 봄이'), back, second, first)).toEqual([
    [2, 'b', true, 100, 4],
    [1, 'a', false, 0, 0],
  ])
  // Whoever went back and stayed there, recalled with a reason, or came back by hand did all of it.
  expect(shown(put('a', '되돌림: 처음', true), second, first)).toHaveLength(3)
  expect(shown(put('b', '다시: 봄이', true), put('a', '이름이 헷갈려요'), second, first)).toHaveLength(4)
  expect(shown(put('b', '되돌림: 봄이', true), back, second, first)).toHaveLength(4)
})
