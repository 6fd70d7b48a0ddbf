import { expect, test } from 'vitest'

import { freeId, givenBack, isSound, type MadeOwn, madeOwn, ownPolicy, ownTexts, withHand, withSetting, withTexts, withWording, written } from '../src/features/empathy/empathy_file'
import { handOf, pileOf, put, stepped, usualPlace, whereIs } from '../src/features/empathy/moves'

const FILE = `# 우리가 정한 것
extends: default

policies:
  # 기다리는 마음
  - id: waiting
    when: {mood: worried}
    moves: [acknowledge, reassure, inform]
    forbidden: [lighten]

wordings:
  - id: sorry
    move: apologise
    say:
      - 죄송해요.   # 짧게
      - 미안해요.
`

const MADE: MadeOwn = {
  before: null,
  policy: {
    id: 'our_anger_strong',
    title: '분노 강하게',
    answers_to: ['anger'],
    when: {
      holds: {
        emotion: 'anger',
        strength: { at_least: 0.6, at_most: null, more_than: null, less_than: null, is_not: null, filled: null },
        anger_stays: false,
      },
      any_of: [],
      negated: { holds: { repeated: { at_least: 2, at_most: null, more_than: null, less_than: null, is_not: null, filled: null } }, any_of: [], negated: null },
    },
    moves: ['apologise', 'own', 'inform'],
    forbidden: ['lighten'],
    longest_reply: 140,
    pace: 'usual',
  },
}

test('a condition is written as a designer would write it', () => {
  expect(written(MADE.policy.when)).toEqual({ emotion: 'anger', strength: { at_least: 0.6 }, anger_stays: false, not: { repeated: { at_least: 2 } } })
})

test('a cell becomes the team’s own, and giving it back leaves the file as it was', () => {
  const own = madeOwn(FILE, MADE)
  expect(own).toContain('  # 기다리는 마음\n  - id: waiting')
  expect(own.indexOf('waiting')).toBeLessThan(own.indexOf('our_anger_strong'))
  expect(ownPolicy(own, 'our_anger_strong')).toMatchObject({ title: '분노 강하게', moves: ['apologise', 'own', 'inform'], forbidden: ['lighten'], longest_reply: 140 })
  expect(givenBack(own, 'policies', 'our_anger_strong')).toBe(FILE)
})

test('a policy set apart from a wider one stands before it', () => {
  const own = madeOwn(FILE, { ...MADE, before: 'waiting' })
  expect(own.indexOf('our_anger_strong')).toBeLessThan(own.indexOf('waiting'))
})

test('the first own policy makes the file, and the last one given back leaves no empty list', () => {
  const own = madeOwn('', MADE)
  expect(isSound(own)).toBe(true)
  expect(ownPolicy(own, 'our_anger_strong')?.moves).toHaveLength(3)
  expect(ownPolicy(givenBack(own, 'policies', 'our_anger_strong'), 'our_anger_strong')).toBeUndefined()
  expect(givenBack(FILE, 'policies', 'waiting')).not.toContain('policies')
})

test('moving a card changes its line and nothing else', () => {
  const hand = put(handOf(ownPolicy(FILE, 'waiting') as never), 'apologise', 'order', 1)
  expect(withHand(FILE, 'waiting', hand)).toBe(FILE.replace('[acknowledge, reassure, inform]', '[acknowledge, apologise, reassure, inform]'))
  const allowed = put(handOf(ownPolicy(FILE, 'waiting') as never), 'lighten', 'rest')
  expect(withHand(FILE, 'waiting', allowed)).toBe(FILE.replace('    forbidden: [lighten]\n', ''))
})

test('policies written in Korean are read and changed too', () => {
  const korean = '방침:\n  - 이름표: 기다림\n    순서: [알아주기, 안심, 알리기]\n    금지: [가볍게]\n    말빠르기: 바로\n'
  expect(ownPolicy(korean, '기다림')).toMatchObject({ moves: ['acknowledge', 'reassure', 'inform'], forbidden: ['lighten'], pace: 'at_once' })
  const moved = withHand(korean, '기다림', put(handOf(ownPolicy(korean, '기다림') as never), 'apologise', 'order', 0))
  expect(ownPolicy(moved, '기다림')?.moves).toEqual(['apologise', 'acknowledge', 'reassure', 'inform'])
})

test('settings come and go', () => {
  const quick = withSetting(withSetting(FILE, 'waiting', 'longest_reply', 110), 'waiting', 'pace', 'at_once')
  expect(ownPolicy(quick, 'waiting')).toMatchObject({ longest_reply: 110, pace: 'at_once' })
  expect(withSetting(withSetting(quick, 'waiting', 'pace', null), 'waiting', 'longest_reply', null)).toBe(FILE)
})

test('words of one’s own are added, changed and taken away', () => {
  expect(ownTexts(FILE, 'sorry')?.first).toEqual(['죄송해요.', '미안해요.'])
  expect(withTexts(FILE, 'sorry', 'first', ['죄송해요.', '제 잘못이에요.'])).toBe(FILE.replace('미안해요.', '제 잘못이에요.'))
  const twice = withTexts(FILE, 'sorry', 'second', ['거듭 죄송해요.'])
  expect(ownTexts(twice, 'sorry')).toEqual({ first: ['죄송해요.', '미안해요.'], second: ['거듭 죄송해요.'], third: [] })
  expect(withTexts(FILE, 'sorry', 'first', [])).not.toContain('wordings')
  const more = withWording(FILE, 'our_own_anger', 'own', { emotion: 'anger' }, ['저희 잘못이에요: 정말요.'])
  // The first that fit are said: words for one matter stand before those for a feeling.
  expect(more.indexOf('id: sorry')).toBeLessThan(more.indexOf('our_own_anger'))
  expect(withWording(FILE, 'late', 'own', { scenario: 'late' }, ['네.']).indexOf('id: late')).toBeLessThan(FILE.indexOf('id: sorry') + 20)
  expect(ownTexts(more, 'our_own_anger')?.first).toEqual(['저희 잘못이에요: 정말요.'])
  expect(givenBack(more, 'wordings', 'our_own_anger')).toBe(FILE)
  expect(freeId(FILE, 'waiting')).toBe('waiting_2')
})

const HAND = handOf({ moves: ['apologise', 'own', 'inform', 'offer_person'], forbidden: ['lighten'] })

test('every card lies in one pile', () => {
  expect(pileOf(HAND, 'rest')).toEqual(['acknowledge', 'reassure', 'validate', 'thank'])
  expect(put(HAND, 'lighten', 'order', 0)).toEqual({ order: ['lighten', 'apologise', 'own', 'inform', 'offer_person'], never: [] })
  expect(put(HAND, 'own', 'never').order).toEqual(['apologise', 'inform', 'offer_person'])
  // The step's own words are always said.
  expect(put(HAND, 'inform', 'never')).toBe(HAND)
  expect(handOf({ moves: ['thank'], forbidden: [] }).order).toEqual(['thank', 'inform'])
})

test('cards are moved with the keyboard', () => {
  expect(stepped(HAND, 'own', 'ArrowUp').order).toEqual(['own', 'apologise', 'inform', 'offer_person'])
  expect(stepped(HAND, 'apologise', 'ArrowUp')).toEqual(HAND)
  expect(stepped(HAND, 'own', 'ArrowDown').order).toEqual(['apologise', 'inform', 'own', 'offer_person'])
  expect(whereIs(stepped(HAND, 'own', 'ArrowRight'), 'own')).toBe('never')
  expect(whereIs(stepped(stepped(HAND, 'own', 'ArrowRight'), 'own', 'ArrowRight'), 'own')).toBe('rest')
  expect(stepped(HAND, 'inform', 'ArrowRight')).toEqual(HAND)
  expect(usualPlace(HAND, 'acknowledge')).toBe(2)
  expect(usualPlace(HAND, 'lighten')).toBe(4)
})
