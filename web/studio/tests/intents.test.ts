import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { asked } from '../src/features/intents/asked'
import { freeName, linesOf, moved, sameness, withAsking, withExamples, withField, withMany, withNew, without, withSaid } from '../src/features/intents/change'
import { fits, withStep } from '../src/features/intents/history'
import { type Intent, readIntents, scenariosOf } from '../src/features/intents/model'
import { en } from '../src/features/intents/words.en'
import { ko } from '../src/features/intents/words.ko'
import { inPercent } from '../src/features/intents/sentence'
import { guessed, planned, type Sheet } from '../src/features/intents/table'

const EXAMPLES = join(import.meta.dirname, '../../../examples')
const TEXT = `# 늦는 일
late:
  title: 늦어요
  examples:   # 열 개쯤
    - 안 와요
    - "언제: 와요"
fee:
  제목: 배송비
  예문: [얼마예요, 배송비요]
`
const ANSWERS = `hours:
  title: 시간
  examples:
    - 몇 시예요
  answer:
    if:
      - when: {felt: against}
        say: 바로 알려 드릴게요.
    first: 아홉 시부터예요.
    second: [다시, 또]
`
const TEXTS = { 'intents/a.yaml': TEXT, 'answers/b.yaml': ANSWERS, 'scenarios/late.yaml': 'title: 늦음\nintents: late\nsteps: []\n' }

function named(texts: Readonly<Record<string, string>>, name: string): Intent {
  const found = readIntents(texts).intents.find((each) => each.name === name)
  if (!found) throw new Error(name)
  return found
}

function playbook(name: string): Record<string, string> {
  const folder = join(EXAMPLES, name)
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
}

test('every intent and answer of the examples is read, in either language of its keys', () => {
  for (const [name, count] of [['parcel', 23], ['bank-card', 22], ['telecom', 20]] as const) {
    const { intents, broken } = readIntents(playbook(name))
    expect([intents.length, broken.length]).toEqual([count, 0])
    expect(intents.filter((each) => !each.title || each.examples.length < 5)).toEqual([])
    expect(intents.filter((each) => each.kind === 'answers' && !each.answer?.first[0])).toEqual([])
  }
})

test('a file with a mistake is named with its line, and the others are shown', () => {
  const { intents, broken } = readIntents({ ...TEXTS, 'intents/bad.yaml': 'x:\n  title: "a\n' })
  expect(broken.map((each) => each.path)).toEqual(['intents/bad.yaml'])
  expect(intents.map((each) => each.name)).toEqual(['hours', 'late', 'fee'])
})

test('the scenarios an intent leads to are those that name it', () => {
  expect(scenariosOf(TEXTS, 'late')).toEqual([{ id: 'late', title: '늦음' }])
  expect(scenariosOf(TEXTS, 'fee')).toEqual([])
})

test('a changed example changes its own line only', () => {
  const late = named(TEXTS, 'late')
  const after = withExamples(TEXTS, late, ['안 와요', '언제 와요?', '늦네요'])['intents/a.yaml']
  expect(after).toBe(TEXT.replace('    - "언제: 와요"\n', '    - "언제 와요?"\n    - 늦네요\n'))
  expect(named({ ...TEXTS, 'intents/a.yaml': after as string }, 'late').examples).toEqual(['안 와요', '언제 와요?', '늦네요'])
})

test('texts that look like YAML are examples all the same', () => {
  const odd = ['- 네', 'a: b', '# 번호', '"따옴표"', "it's", '예', 'true', '12', '{x}', '@다정', '= 1', '끝 ', '!']
  const after = withExamples(TEXTS, named(TEXTS, 'fee'), odd)
  expect(named({ ...TEXTS, ...after }, 'fee').examples).toEqual(odd)
})

test('a title, a matter and an answer are changed in place; an emptied matter goes', () => {
  const late = named(TEXTS, 'late')
  const titled = { ...TEXTS, ...withField(TEXTS, late, 'matter', ' 배송 ') }
  expect(named(titled, 'late').matter).toBe('배송')
  expect(withField(titled, named(titled, 'late'), 'matter', '')['intents/a.yaml']).toBe(TEXT)
  const hours = named(TEXTS, 'hours')
  const said = { ...TEXTS, ...withSaid(TEXTS, hours, 'answer', { ...hours.answer!, first: ['열 시부터예요.', '열 시에 열어요.'], second: [] }) }
  expect(named(said, 'hours').answer).toEqual({ first: ['열 시부터예요.', '열 시에 열어요.'], second: [], third: [], plain: false, cases: true })
  expect(said['answers/b.yaml']).toContain('바로 알려 드릴게요.')
  expect(named({ ...TEXTS, ...withAsking(TEXTS, hours, true) }, 'hours').asksIfSolved).toBe(true)
})

test('an example moves, an intent goes and a new one comes, and nothing else changes', () => {
  const at = moved(TEXTS, named(TEXTS, 'late'), 0, named(TEXTS, 'fee'))
  const after = { ...TEXTS, ...at }
  expect(named(after, 'late').examples).toEqual(['언제: 와요'])
  expect(named(after, 'fee').examples).toEqual(['얼마예요', '배송비요', '안 와요'])
  const gone = { ...TEXTS, ...without(TEXTS, named(TEXTS, 'late')) }
  expect(readIntents(gone).intents.map((each) => each.name)).toEqual(['hours', 'fee'])
  const come = { ...TEXTS, ...withNew(TEXTS, { kind: 'answers', name: 'gift', title: '선물', examples: ['포장돼요?'], answer: '네: 해 드려요.' }) }
  expect(come['answers/b.yaml']?.startsWith(ANSWERS.trimEnd())).toBe(true)
  expect(named(come, 'gift').answer?.first).toEqual(['네: 해 드려요.'])
  const only = { 'intents/a.yaml': 'one:\n  title: 하나\n  examples: [가]\n' }
  const emptied = { ...only, ...without(only, named(only, 'one')) }
  expect(named({ ...emptied, ...withNew(emptied, { kind: 'intents', name: 'two', title: '둘', examples: [] }) }, 'two').title).toBe('둘')
})

test('pasted lines become examples without their marks', () => {
  expect(linesOf('- 안 와요\r\n\n  2) 언제   와요\n• 늦네요\n3.5점이에요')).toEqual(['안 와요', '언제 와요', '늦네요', '3.5점이에요'])
  expect(sameness('안 와요!! ㅠㅠ')).toBe(sameness('안와요'))
  expect(sameness('ㅠㅠ')).toBe('ㅠㅠ')
})

test('a new name is free and one the playbook takes', () => {
  expect(freeName(new Set([]), 'Gift wrap!')).toBe('gift_wrap')
  expect(freeName(new Set(['intent_1']), '선물 포장')).toBe('seonmul_pojang')
  expect(freeName(new Set(['gift_wrap']), 'gift wrap')).toBe('gift_wrap_2')
  expect(freeName(new Set(['intent_1']), '?!')).toBe('intent_2')
})

const sheet = (rows: string[][]): Sheet => ({ name: 'a', rows, lines: rows.map((_, n) => n + 1), merged: 0, cut: false })

test('columns are found by their names, and without names by what stands in them', () => {
  expect(guessed(sheet([['번호', '의도', '고객 발화', '답변'], ['1', 'late', '안 와요', '죄송해요']]), ko.columns)).toEqual({ head: true, intent: 1, example: 2, answer: 3, top: 0 })
  const plain = [['늦음', '택배가 안 와요'], ['늦음', '아직 안 왔네요'], ['환불', '돈 돌려주세요'], ['환불', '환불 되나요']]
  expect(guessed(sheet(plain), ko.columns)).toEqual({ top: 0, head: false, intent: 0, example: 1, answer: null })
  expect(guessed(sheet([['택배가 안 와요'], ['언제 와요']]), ko.columns)).toEqual({ top: 0, head: false, intent: null, example: 0, answer: null })
})

test('what stands above the names of the columns is no example', () => {
  const rows = [['2026년 상담 예문 모음', '', ''], ['작성: 상담기획팀', '', '11월'], ['대분류', '소분류', '고객 질문'], ['배송', 'late', '여태 안 와요'], ['배송', 'late', '질문']]
  const columns = guessed(sheet(rows), en.columns)
  expect(columns).toEqual({ top: 2, head: true, intent: 1, example: 2, answer: null })
  expect([...planned(sheet(rows), columns, readIntents(TEXTS).intents, null).come]).toEqual([['late', ['여태 안 와요', '질문']]])
})

test('a table becomes examples of known intents by name or title, and of new ones', () => {
  const { intents } = readIntents(TEXTS)
  const rows = [['의도', '예문', '답'], ['late', '안  와요!', ''], ['늦어요', '여태 안 와요', ''], ['', '너무 늦어요', ''], ['선물', '포장돼요?', '네.'], ['선물', '포장 되나요', ''], ['fee', 'ㄱ'.repeat(301), '']]
  const plan = planned(sheet(rows), guessed(sheet(rows), ko.columns), intents, null)
  expect([...plan.come]).toEqual([['late', ['여태 안 와요', '너무 늦어요']]])
  expect(plan.begun).toEqual([{ kind: 'answers', name: 'seonmul', title: '선물', examples: ['포장돼요?', '포장 되나요'], answer: '네.' }])
  expect([plan.examples, plan.known, plan.tooLong, plan.nameless]).toEqual([4, 1, 1, 0])
  const after = { ...TEXTS, ...withMany(TEXTS, intents, plan.come, plan.begun) }
  expect(named(after, 'late').examples).toEqual(['안 와요', '언제: 와요', '여태 안 와요', '너무 늦어요'])
  expect(named(after, 'seonmul').title).toBe('선물')
})

test('what two intents share, and an answer that finds one in its place, is told before anything is taken over', () => {
  const { intents } = readIntents(TEXTS)
  const rows = [['의도', '예문', '답'], ['fee', '안 와요!', ''], ['hours', '언제 열어요', '열 시부터예요.'], ['선물', '몇 시예요', '네.'], ['선물', '포장돼요?', '아니요.'], ['선물', '포장 돼요', '네.']]
  const plan = planned(sheet(rows), guessed(sheet(rows), ko.columns), intents, null)
  expect([plan.examples, plan.known, plan.shared, plan.answers]).toEqual([4, 1, 2, 2])
})

test('a table of hundreds of intents is written as if each were added by hand, in files that stay small, and at once', () => {
  const by_hand = (texts: Record<string, string>, intents: Intent[], come: Map<string, string[]>, begun: Parameters<typeof withNew>[1][]) => {
    let now = texts
    for (const each of intents) now = { ...now, ...withExamples(now, each, [...each.examples, ...(come.get(each.name) ?? [])]) }
    for (const each of begun) now = { ...now, ...withNew(now, each) }
    return now
  }
  const few = (n: number) => ({ kind: n % 2 ? 'answers' : 'intents', name: `new_${n}`, title: `새 의도: ${n}`, examples: ['하나', '- 둘: 셋', '"넷"'], answer: '네.' }) as const
  const begun = [0, 1, 2, 3].map((n) => ({ ...few(n), examples: [...few(n).examples] }))
  const unended = { 'intents/a.yaml': 'a: {examples: [가]}\n# 끝말\n', 'answers/b.yaml': 'b:\r\n  title: 비\r\n  examples: []' }
  for (const texts of [TEXTS, unended, {}, { 'intents/a.yaml': '{}\n', 'answers/b.yaml': '{b: {examples: [가]}}\n' }, playbook('parcel')] as Record<string, string>[]) {
    const { intents } = readIntents(texts)
    const come = new Map(intents.map((each) => [each.name, ['첫 줄: 끝', '둘째 줄 # 아니요', '"셋"']]))
    expect({ ...texts, ...withMany(texts, intents, come, begun) }).toEqual(by_hand(texts, intents, come, begun))
  }
  const many = Array.from({ length: 600 }, (_, n) => ({ ...few(n), examples: Array.from({ length: 10 }, (_, k) => `${n}번 물건은 ${k}일 뒤에 오나요, 아니면 더 늦나요?`) }))
  const start = performance.now()
  const texts = withMany({}, [], new Map(), many)
  const { intents, broken } = readIntents(texts)
  withMany(texts, intents, new Map(intents.map((each) => [each.name, ['하나 더 적어요', '둘 더 적어요']])), [])
  // Reading the file anew for each took half a minute.
  expect(performance.now() - start).toBeLessThan(6_000)
  expect([intents.length, broken.length, Object.keys(texts).length > 2]).toEqual([600, 0, true])
  expect(Math.max(...Object.values(texts).map((text) => new Blob([text]).size))).toBeLessThan(250_000)
})

test('typing in one place is one step back, and what others wrote since is not taken back', () => {
  const step = (mark: string, before: string, after: string, at: number) => ({ what: mark, mark, at, before: { f: before }, after: { f: after } })
  let past = withStep({ done: [], undone: [] }, step('a', '', '안', 0))
  past = withStep(past, step('a', '안', '안녕', 500))
  past = withStep(past, step('b', '안녕', '안녕!', 600))
  expect(past.done.map((each) => [each.before.f, each.after.f])).toEqual([['', '안녕'], ['안녕', '안녕!']])
  expect(fits({ f: '안녕!' }, past.done[1]!.after)).toBe(true)
  expect(fits({ f: '다른 사람' }, past.done[1]!.after)).toBe(false)
})

test('what falls just short of the threshold does not look as if it reached it', () => {
  expect([inPercent(0.449, 0.45), inPercent(0.2, 0.45), inPercent(0.45, 0.45), inPercent(0.999), inPercent(0.45)]).toEqual(['44%', '20%', '45%', '99%', '45%'])
})

test('an address that makes no sense is an empty one', () => {
  expect(asked({ look: 'overlaps', intent: 'late' })).toEqual({ look: 'overlaps', intent: 'late' })
  expect(asked({ look: 'x', intent: 3 })).toEqual({})
})
