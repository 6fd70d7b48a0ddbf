import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { latin } from '../src/features/scenarios/keys'
import { connect, dropWay } from '../src/scene/edits'
import { type Port, type Scene, sceneOf } from '../src/scene/scene'
import { firstOpening, fromItsStep, keptBy, openings, turned, type Walk, wayId, wayOf, waysAt } from '../src/scene/walk'

const LATE = readFileSync(join(import.meta.dirname, '../../../examples/parcel/scenarios/late_parcel.yaml'), 'utf8')
const late = sceneOf(LATE) as Scene
const of = (scene: Scene, id: string) => scene.byId.get(id) as NonNullable<ReturnType<Scene['byId']['get']>>

test('the keyboard goes round the ways out of a branch and round those that lead into a step', () => {
  const out = waysAt(late, 'look', 'out')
  expect(out.length).toBeGreaterThan(3)
  let walk: Walk = { step: 'look', side: 'out', at: 0 }
  const gone = out.map(() => {
    const way = wayOf(late, walk)
    walk = turned(late, walk, 1)
    return way
  })
  expect(gone).toEqual(out)
  expect(walk.at).toBe(0)
  expect(turned(late, walk, -1).at).toBe(out.length - 1)
  const into = waysAt(late, 'to_person', 'in')
  expect(into.length).toBeGreaterThan(1)
  expect(into.every((way) => way.to === 'to_person')).toBe(true)
})

test('a way met where it ends is found again where it begins', () => {
  for (const way of waysAt(late, 'to_person', 'in')) expect(wayOf(late, fromItsStep(late, way))).toBe(way)
})

test('a way is taken out of a branch, and the walk stands on the one that took its place', () => {
  const way = waysAt(late, 'look', 'out')[1] as Scene['ways'][number]
  const after = sceneOf(dropWay(LATE, way.from, way.port)) as Scene
  const before = waysAt(late, 'look', 'out').map((each) => each.to)
  expect(waysAt(after, 'look', 'out').map((each) => each.to)).toEqual(before.toSpliced(1, 1))
  expect(wayOf(after, { step: 'look', side: 'out', at: 1 })?.to).toBe(before[2])
  expect(wayOf(after, { step: 'look', side: 'out', at: 99 })?.to).toBe(before.at(-1))
})

test('every way of every kind goes when it was written, and says why when it stays', () => {
  for (const way of late.ways) {
    const after = dropWay(LATE, way.from, way.port)
    if (keptBy(late, way) === null) expect(after, wayId(way)).not.toBe(LATE)
    else expect(after, wayId(way)).toBe(LATE)
  }
  const alone = sceneOf('steps:\n  - branch: [{else: done}]\n    id: look\n  - end: true\n    id: done\n') as Scene
  expect(keptBy(alone, alone.ways[0] as Scene['ways'][number])).toBe('last')
})

test('what can be connected holds the ways nobody wrote yet, the open one first', () => {
  expect(openings(late, of(late, 'find')).map((each) => each.port)).toContain('if_fails')
  const text = 'steps:\n  - branch:\n      - if: {mood: worried}\n        then: done\n      - if: {mood: against}\n    id: look\n  - ask: order\n    id: ask\n  - end: true\n    id: done\n'
  const scene = sceneOf(text) as Scene
  expect(firstOpening(scene, of(scene, 'look'))).toBe('way:1')
  expect(firstOpening(scene, of(scene, 'ask'))).toBe('next')
  expect(firstOpening(scene, of(scene, 'done'))).toBeUndefined()
  expect(openings(scene, of(scene, 'ask')).map((each) => each.port)).toEqual(['next', 'otherwise'])
  const led = sceneOf(connect(text, 'ask', 'otherwise' as Port, 'done')) as Scene
  expect(led.ways).toContainEqual(expect.objectContaining({ from: 'ask', port: 'otherwise', to: 'done' }))
})

test('a key is the same on a Korean keyboard', () => {
  expect(latin({ key: 'ㅊ', code: 'KeyC' })).toBe('c')
  expect(latin({ key: 'C', code: 'KeyC' })).toBe('c')
  // Where the letters stand elsewhere, what is printed on the key counts.
  expect(latin({ key: 'c', code: 'KeyI' })).toBe('c')
  expect(latin({ key: '+', code: 'Equal' })).toBe('+')
})
