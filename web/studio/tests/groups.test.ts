import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { setField } from '../src/scene/edits'
import { conditionOf, type Part, partsOf } from '../src/scene/groups'
import { inEnglish, sceneOf } from '../src/scene/scene'
import type { Plain } from '../src/yaml/document'

const ROOT = join(import.meta.dirname, '../../../examples')
const SCENARIOS = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.includes('scenarios/'))
  .map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }))

/** A scenario whose one branch asks for a condition, as it is written. */
const asking = (condition: string) => `title: 늦어짐
steps:
  - branch:
      # 마음이 상했으면
      - if: ${condition}   # 먼저 살펴요
        then: done
      - else: done
    id: look
  - end: true
    id: done
`
const PATH = ['branch', 0, 'if']
const held = (text: string): Plain => {
  const [way] = sceneOf(text)?.byId.get('look')?.fields.branch as Plain[]
  return inEnglish(way).if as Plain
}

test('every condition of the examples goes through the form unchanged, and so does its text', () => {
  let seen = 0
  for (const { name, text } of SCENARIOS) {
    for (const step of sceneOf(text)?.steps ?? []) {
      for (const [n, way] of (Array.isArray(step.fields.branch) ? step.fields.branch : []).entries()) {
        const when = inEnglish(way).if
        if (when === undefined) continue
        seen += 1
        expect(conditionOf(partsOf(when)), name).toEqual(inEnglish(when))
        expect(setField(text, step.id, ['branch', n, 'if'], conditionOf(partsOf(when))), name).toBe(text)
      }
    }
  }
  expect(seen).toBeGreaterThan(50)
})

test.each([
  '{mood: worried}',
  '{any: [{mood: worried}, {urgency: {at_least: 0.5}, abuse: true}]}',
  '{not: {mood: content}}',
  '{mood: against, any: [{strength: {at_least: 0.6}}, {repeated: {at_least: 2}}], not: {order.found: true}}',
  '{mood: against, any: [{not: {abuse: true}}, {mood: worried}]}',
  '{하나라도: [{기분: worried}, {아닐때: {욕설: true}}]}',
])('groups are read and written as they were: %s', (condition) => {
  const text = asking(condition)
  expect(setField(text, 'look', PATH, conditionOf(partsOf(held(text))))).toBe(text)
})

test('groups within groups are left to the text, all else is built in the form', () => {
  const kinds = (condition: string) => partsOf(held(asking(condition))).map((part) => part.kind)
  expect(kinds('{mood: against, any: [{abuse: true}], not: {repeated: 0}}')).toEqual(['row', 'any', 'not'])
  expect(kinds('{any: [{any: [{abuse: true}]}]}')).toEqual(['deep'])
  expect(kinds('{not: {any: [{abuse: true}]}}')).toEqual(['deep'])
  expect(kinds('{하나라도: [{욕설: true}]}')).toEqual(['any'])
})

test('a group is put beside what is written, changed and taken away, and the rest of the text stays', () => {
  const text = asking('{mood: against}')
  const any: Part = { kind: 'any', each: [[['strength', { at_least: 0.6 }]], [['repeated', 2], ['abuse', true]]] }
  const parts = [...partsOf(held(text)), any]
  const grown = setField(text, 'look', PATH, conditionOf(parts))
  expect(grown).toBe(asking('{mood: against, any: [{strength: {at_least: 0.6}}, {repeated: 2, abuse: true}]}'))
  const [row, group] = partsOf(held(grown)) as [Part, Extract<Part, { kind: 'any' }>]
  expect(group).toEqual(any)
  const fewer = conditionOf([row, { ...group, each: group.each.slice(1) }])
  expect(setField(grown, 'look', PATH, fewer)).toBe(asking('{mood: against, any: [{repeated: 2, abuse: true}]}'))
  expect(setField(grown, 'look', PATH, conditionOf([row, { ...group, each: [] }]))).toBe(text)
  expect(setField(text, 'look', PATH, conditionOf([row, { kind: 'not', rows: [['abuse', true]] }]))).toBe(asking('{mood: against, not: {abuse: true}}'))
})
