import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { ko } from '../src/features/scenarios/words.ko'
import { conditionInWords } from '../src/scene/conditions'
import { declared, ready } from '../src/scene/contract'
import { append, connect, copy, insertOnWay, move, newStep, paste, remove, rename, setField, wayBehind } from '../src/scene/edits'
import { begin, change, redo, undo } from '../src/scene/history'
import { arrangedPlaces, placed, placesIn, withPlaces } from '../src/scene/layout'
import { drawn, type Kind, KINDS, type Port, type Scene, sceneOf } from '../src/scene/scene'
import { sizeOf, WIDTH } from '../src/scene/sizes'
import { wordingOf, wordingValue } from '../src/scene/wordings'
import { get, parse } from '../src/yaml/document'

const ROOT = join(import.meta.dirname, '../../../examples')
const SCENARIOS = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.includes('scenarios/'))
  .map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }))
const LATE = readFileSync(join(ROOT, 'parcel/scenarios/late_parcel.yaml'), 'utf8')
const STARTS = { say: '말', ask: '물음', choose: '고름', options: ['하나', '둘'] as [string, string], slot: null, action: null, scenario: null }

function scene(text: string): Scene {
  const found = sceneOf(text)
  expect(found, text).not.toBeNull()
  return found as Scene
}

function ways(text: string): string[] {
  return scene(text).ways.map((way) => `${way.from} ${way.port.split(':')[0]} ${way.to}`)
}

/** Who can come after whom, through any steps that were not there before. */
function meaning(text: string): string[] {
  return [...new Set(ways(text))].sort()
}

test('every step and way of an example is seen', () => {
  const late = scene(LATE)
  expect(late.steps.map((step) => step.kind)).toContain('hand_off')
  expect(late.steps).toHaveLength(23)
  expect(ways(LATE)).toContain('look way late')
  expect(ways(LATE)).toContain('ask_order otherwise to_person')
  expect(ways(LATE)).toContain('ask_order next find')
  expect(ways(LATE)).toContain('what_next option hurry')
  expect(ways(LATE).some((way) => way.startsWith('to_refund'))).toBe(false)
  for (const { name, text } of SCENARIOS) expect(scene(text).ways.filter((way) => way.lost), name).toEqual([])
})

test('a condition is said in words', () => {
  const titles = { 'find_order.days_late': '늦어진 날수', 'find_order.found': '찾았는지', 'find_order.status': '상태' }
  const said = (condition: unknown) => conditionInWords(condition as never, ko, titles)
  expect(said({ 'find_order.days_late': { at_least: 3 } })).toBe('늦어진 날수 3 이상')
  expect(said({ 'find_order.found': false })).toBe('찾았는지: 아니요')
  expect(said({ 'find_order.status': ['delivered', 'lost'] })).toBe('상태: delivered 또는 lost')
  expect(said({ mood: 'worried', urgency: { more_than: 0.5 } })).toBe('지금 기분: 걱정하는 마음, 급한 정도 0.5 초과')
  expect(said({ any: [{ mood: '화남' }, { not: { abuse: true } }] })).toContain(' 또는 ')
  const group = { any: [{ mood: 'worried' }, { abuse: true, urgency: { at_least: 0.5 } }] }
  expect(said(group)).toBe('지금 기분: 걱정하는 마음 또는 (욕설이 있음: 예, 급한 정도 0.5 이상)')
  expect(said({ repeated: 2, ...group, not: { abuse: true } })).toMatch(/^같은 말을 되풀이한 횟수: 2, \(.+\), 단, ‘욕설이 있음: 예’ 아님$/)
  expect(said({})).toBe('그 밖에는')
})

test('steps added behind a branch one after the other take a way each', () => {
  const text = 'steps:\n  - branch: [{if: {abuse: true}, then: end}, {else: end}]\n    id: branch\n  - end: true\n    id: end\n'
  const add = (before: string, kind: Kind) => {
    const way = wayBehind(scene(before), 'branch')
    return insertOnWay(before, way?.from as string, way?.port as Port, newStep(kind, STARTS), kind).text
  }
  const ways = scene(add(add(text, 'say'), 'hand_off')).ways.filter((way) => way.from === 'branch')
  expect(ways.map((way) => way.to)).toEqual(['say', 'hand_off'])
})

test('a step added with nothing picked comes last before the end', () => {
  const text = 'steps:\n  - say: 안녕하세요\n    id: hello\n  - ask: day\n    id: ask\n  - end: true\n    id: end\n'
  expect(wayBehind(scene(text), undefined)).toMatchObject({ from: 'ask', port: 'next' })
  expect(wayBehind(scene('steps:\n  - say: 안녕하세요\n    id: hello\n'), undefined)).toBeUndefined()
})

test('a step put on any way of any example comes between, and no other way changes', () => {
  for (const { name, text } of SCENARIOS.filter((_, at) => at % 2 === 0)) {
    for (const way of scene(text).ways.filter((each) => each.to !== null)) {
      const made = insertOnWay(text, way.from, way.port, newStep('say', STARTS), 'say')
      const after = scene(made.text)
      expect(after.ways.find((each) => each.from === way.from && each.port === way.port)?.to, name).toBe(made.id)
      expect(after.ways.find((each) => each.from === made.id)?.to, name).toBe(way.to)
      const others = (of: Scene) => of.ways.filter((each) => each.from !== made.id && !(each.from === way.from && each.port === way.port))
      expect(others(after).map((each) => [each.from, each.port, each.to].join()).sort()).toEqual(others(scene(text)).map((each) => [each.from, each.port, each.to].join()).sort())
      expect(meaning(remove(made.text, [made.id])), `${name} ${way.from}`).toEqual(meaning(text))
    }
  }
})

test('a step taken out leaves ways that lead on to where it led', () => {
  const without = remove(LATE, ['already_there'])
  expect(ways(without)).toContain('look way seen_it')
  expect(get(parse(without), ['title'])).toBe('늦어지는 배송')
  // A new branch leads to one place by all of its ways.
  const branched = insertOnWay(LATE, 'ask_order', 'next', newStep('branch', STARTS), 'branch')
  expect(meaning(remove(branched.text, [branched.id]))).toEqual(meaning(LATE))
  // One that parts ways has no one way on: whoever led to it is left to be mended, and the check says so.
  expect(scene(remove(LATE, ['look'])).ways.filter((way) => way.lost).map((way) => way.from)).toContain('other_number')
})

test('a new step at the end is led to by none', () => {
  for (const { name, text } of SCENARIOS) {
    const made = append(text, newStep('end', STARTS), 'end')
    expect(scene(made.text).ways.filter((way) => way.to === made.id), name).toEqual([])
    expect(meaning(made.text), name).toEqual(meaning(text))
  }
})

test('a scenario grows from nothing', () => {
  let text = 'title: 새 이야기\nsteps: []\n'
  for (const kind of KINDS) text = append(text, newStep(kind as Kind, STARTS), kind).text
  expect(scene(text).steps.map((step) => step.kind).sort()).toEqual([...KINDS].sort())
  expect(text).toContain('steps:\n  - say: 말\n    id: say\n')
})

test('ways are led elsewhere, and what follows anyway is not written', () => {
  expect(ways(connect(LATE, 'late', 'next', 'done'))).toContain('late next done')
  const implied = connect(LATE, 'late', 'next', 'very_late')
  expect(scene(implied).ways.find((way) => way.from === 'late')).toMatchObject({ to: 'very_late', implied: true })
  expect(ways(connect(LATE, 'look', 'way:5', 'done'))).toContain('look way done')
  expect(ways(connect(LATE, 'find', 'if_fails', 'to_person'))).toContain('find if_fails to_person')
  expect(connect(LATE, 'look', 'way:5', null)).toBe(LATE)
  expect(ways(connect('title: a\nsteps:\n  - choose: true\n    say: b\n    options: [예, 아니요]\n  - end: true\n', 'step_1', 'option:1', 'step_2'))).toContain('step_1 option step_2')
})

test('a step moved in the file keeps every way', () => {
  for (const { name, text } of SCENARIOS.filter((_, at) => at % 3 === 0)) {
    const { steps } = scene(text)
    for (const [at, step] of steps.slice(1).entries()) {
      const to = 1 + ((at + 2) % (steps.length - 1))
      const after = move(text, step.id, to)
      expect(meaning(after).filter((way) => !way.endsWith(' null')), `${name} ${step.id}`).toEqual(meaning(text).filter((way) => !way.endsWith(' null')))
      expect(scene(after).steps[to]?.id).toBe(step.id)
    }
  }
})

test('a name is changed everywhere', () => {
  const after = rename(LATE, 'to_person', 'person')
  expect(after).not.toContain('to_person')
  expect(meaning(after)).toEqual(meaning(LATE).map((way) => way.replaceAll('to_person', 'person')).sort())
})

test('copied steps are pasted with names of their own, and the ways among them come along', () => {
  const copied = copy(scene(LATE), ['late', 'what_next', 'hurry'])
  const { text, ids } = paste(LATE, copied)
  expect(ids).toEqual(['late_2', 'what_next_2', 'hurry_2'])
  expect(ways(text)).toContain('late_2 next what_next_2')
  expect(ways(text)).toContain('what_next_2 option hurry_2')
  expect(ways(text)).toContain('what_next_2 option waits')
  expect(meaning(text).filter((way) => !way.includes('_2 '))).toEqual(meaning(LATE).filter((way) => !way.includes('_2 ')))
})

test('an action that is asked for is declared as a mock with its example', () => {
  const value = (name: string, title: string, type: 'text' | 'yes_no' | 'money', example = '') => ({ name, title, type, example })
  const asked = {
    title: '쿠폰 찾기',
    name: 'find_coupon',
    inputs: [value('order_number', '주문번호', 'text')],
    outputs: [value('found', '찾았는지', 'yes_no'), value('amount', '할인 금액', 'money', '3,000원')],
    changes: false,
    note: '지난 쿠폰은 빼 주세요.',
  }
  expect(ready(asked, [])).toBeNull()
  expect(ready(asked, ['find_coupon'])).toBe('taken')
  expect(ready({ ...asked, name: '쿠폰' }, [])).toBe('name')
  expect(declared('# 머리말\nfind_order:\n  title: 주문 조회\n', asked)).toBe(`# 머리말
find_order:
  title: 주문 조회
find_coupon:
  title: 쿠폰 찾기
  note: 지난 쿠폰은 빼 주세요.
  inputs: {order_number: {type: text, title: 주문번호}}
  outputs:
    found: {type: yes_no, title: 찾았는지, required: false}
    amount: {type: money, title: 할인 금액, required: false}
  changes_something: false
  mock: true
  example: {found: true, amount: 3000}
`)
})

test('words are written as short as they can be', () => {
  const words = wordingOf({ first: '하나', if: [{ when: { mood: 'worried' }, say: '걱정 마세요' }] })
  expect(words).toEqual({ first: ['하나'], second: [], third: [], cases: [{ when: { mood: 'worried' }, say: ['걱정 마세요'] }] })
  expect(wordingValue({ ...words, cases: [] }, '하나')).toBe('하나')
  expect(wordingValue({ ...words, cases: [], second: ['둘'] }, '하나')).toEqual({ first: '하나', second: '둘' })
  expect(wordingValue({ first: [''], second: [], third: [], cases: [] }, '하나')).toBeUndefined()
  for (const { text } of SCENARIOS)
    for (const step of scene(text).steps)
      for (const key of ['say', 'again', 'hand_off', 'end'])
        if (step.fields[key] !== undefined && step.fields[key] !== true)
          expect(setField(text, step.id, [key], wordingValue(wordingOf(step.fields[key]), step.fields[key]))).toBe(text)
})

test('what was done is undone and done again, and typing in one place is one thing', () => {
  let history = begin({ a: '' })
  for (const a of ['ㅎ', '하', '한']) history = change(history, { a }, 'say')
  history = change(history, { a: '한', b: 'x' })
  expect(undo(history).now).toEqual({ a: '한' })
  expect(undo(undo(history)).now).toEqual({ a: '' })
  expect(redo(undo(history)).now).toEqual({ a: '한', b: 'x' })
  expect(change(undo(history), { a: 'neu' }).future).toEqual([])
})

test('the canvas arranges itself without one step covering another', () => {
  for (const { name, text } of SCENARIOS) {
    const of = scene(text)
    const all = Object.entries(arrangedPlaces(of)).map(([id, at]) => ({ id, ...at, ...sizeOf(of, of.byId.get(id) as never) }))
    for (const one of all)
      for (const other of all)
        if (one.id < other.id)
          expect(Math.abs(one.x - other.x) >= WIDTH || one.y + one.height <= other.y || other.y + other.height <= one.y, `${name} ${one.id} ${other.id}`).toBe(true)
  }
})

test('places are kept beside what else the file holds, and a new step finds one', () => {
  const of = scene(LATE)
  const file = withPlaces('{"scenarios": {"other": {"steps": {"a": {"x": 1, "y": 2}}}}, "zoom": 1}', 'late_parcel', {
    steps: arrangedPlaces(of),
    comments: [{ id: 'c1', x: 1.4, y: 2, text: '여기서 한숨 돌린다' }],
  })
  expect(JSON.parse(file)).toMatchObject({ zoom: 1, scenarios: { other: { steps: { a: { x: 1, y: 2 } } } } })
  const kept = placesIn(file, 'late_parcel')
  expect(kept.comments).toEqual([{ id: 'c1', x: 1, y: 2, text: '여기서 한숨 돌린다' }])
  const made = insertOnWay(LATE, 'late', 'next', newStep('say', STARTS), 'sorry')
  const places = placed(scene(made.text), kept)
  expect(places.late).toEqual(kept.steps.late)
  expect(places[made.id]?.x).toBeGreaterThan(places.late?.x as number)
  expect(placesIn('not json', 'x')).toEqual({ steps: {}, comments: [] })
})

test('a scenario of thousands of steps, pasted by mistake, is not drawn, and the line is told from which it is too much', () => {
  const steps = (n: number) => 'title: 긴 것\nsteps:\n' + Array.from({ length: n }, (_, at) => `  - {id: s${at}, say: 안녕}\n`).join('')
  expect(drawn(steps(300))[0]?.steps).toHaveLength(300)
  expect(drawn(steps(2_000))).toEqual([null, { rule: 'too_many', line: 1_003, column: 5 }])
  expect(drawn('steps: [')).toMatchObject([null, { rule: 'yaml_braces' }])
})
