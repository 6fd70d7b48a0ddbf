/** Something new to ask for: its name, its kind, and where it is written. */

import { expect, test } from 'vitest'

import { en } from '../src/features/scenarios/words.en'
import { ko } from '../src/features/scenarios/words.ko'
import { asked, likelyKind, nameFor, type Question, readyToAsk, withQuestion } from '../src/scene/question'
import { sceneOf } from '../src/scene/scene'
import { freeOf, romanised } from '../src/yaml/roman'

const PLAYBOOK = 'name: vet\n# What we ask for.\nslots:\n  phone: {title: 연락처, type: phone}\n'
const SCENARIO = `title: 예약
steps:
  - call: book
    id: book
    with: {phone: phone}
  - end: true
    id: end
`
const DAY: Question = { title: '원하는 날짜', name: 'day', kind: 'date', options: [], says: ['어느 날이 편하세요?', '날짜로 적어 주시겠어요?', '가장 빠른 날로 볼까요?'] }
const call = () => {
  const step = sceneOf(SCENARIO)?.byId.get('book')
  if (step === undefined) throw new Error('There is no such step.')
  return step
}

test('a name for files is what it is called, as it sounds', () => {
  expect(romanised('예약 날짜')).toBe('yeyak_naljja')
  expect(romanised('아이 이름')).toBe('ai_ireum')
  expect(romanised('2번째 Café 방문')).toBe('beonjjae_cafe_bangmun')
  expect(romanised('!?')).toBe('')
  expect(romanised('아주 길고 길어서 어디선가 끊어야만 하는 시나리오 제목').length).toBeLessThanOrEqual(40)
})

test('a name that is taken counts on', () => {
  expect(freeOf('day', (name) => ['day', 'day_2'].includes(name))).toBe('day_3')
  expect(freeOf('intent_1', (name) => name === 'intent_1')).toBe('intent_2')
  expect(nameFor('…', ['answer'])).toBe('answer_2')
})

test('the kind of answer follows from what is asked for', () => {
  expect(['원하는 날짜', '보호자 연락처', '아이 이름', '보호자 성함', '몇 살인지', '예상 진료비 금액'].map((title) => likelyKind(title, (kind) => ko.slot.signs[kind as 'date']))).toEqual(['date', 'phone', 'text', 'name', 'number', 'amount'])
  expect(['The day you would like', 'pet’s name', 'phone number'].map((title) => likelyKind(title, (kind) => en.slot.signs[kind as 'date']))).toEqual(['date', 'text', 'phone'])
})

test('what is missing is told before anything is written', () => {
  expect(readyToAsk({ ...DAY, title: ' ' }, [], true)).toBe('title')
  expect(readyToAsk(DAY, ['day'], true)).toBe('taken')
  expect(readyToAsk({ ...DAY, kind: 'choice', options: ['오전', '오전', ''] }, [], true)).toBe('options')
  expect(readyToAsk({ ...DAY, says: ['', '', ''] }, [], true)).toBe('says')
  expect(readyToAsk({ ...DAY, says: ['', '', ''] }, [], false)).toBeNull()
})

test('it is declared beside the others, and comments stay', () => {
  const choice = withQuestion(PLAYBOOK, { ...DAY, name: 'half', title: '오전 오후', kind: 'choice', options: [' 오전 ', '오후', ''] })
  expect(choice).toContain('# What we ask for.\nslots:\n  phone: {title: 연락처, type: phone}\n')
  expect(choice).toContain('오전 오후')
  expect(withQuestion('name: vet\n', DAY)).toContain('day')
})

test('it is asked for before the step, with its words for each time, and given to the action', () => {
  const after = asked(SCENARIO, call(), DAY, { at: 'before', input: 'when' })
  const scene = sceneOf(after)
  expect(scene?.steps.map((step) => step.id)).toEqual(['ask_day', 'book', 'end'])
  expect(scene?.byId.get('ask_day')?.fields).toMatchObject({ ask: 'day', say: '어느 날이 편하세요?', again: { first: ['날짜로 적어 주시겠어요?'], second: ['가장 빠른 날로 볼까요?'] } })
  expect(scene?.byId.get('book')?.fields.with).toEqual({ phone: 'phone', when: 'day' })
})

test('an asking step asks for it instead, and what nobody worded is left out', () => {
  const asking = 'title: 예약\nsteps:\n  - ask: phone\n    id: ask\n    say: 연락처를 알려 주세요.\n  - end: true\n'
  const step = sceneOf(asking)?.byId.get('ask')
  if (step === undefined) throw new Error('There is no such step.')
  const fields = sceneOf(asked(asking, step, { ...DAY, says: ['언제가 좋으세요?', '', ''] }, { at: 'here' }))?.byId.get('ask')?.fields
  expect(fields).toEqual({ ask: 'day', id: 'ask', say: '언제가 좋으세요?' })
})
