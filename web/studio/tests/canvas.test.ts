import { expect, test } from 'vitest'

import { foundIn } from '../src/features/scenarios/acts'
import { type Card, cardsOf, linesOf, type Own, standing } from '../src/features/scenarios/canvas/cards'
import { curvesOf, labelsOf, nearest, pointOn, shortened } from '../src/features/scenarios/canvas/curves'
import { ko } from '../src/features/scenarios/words.ko'
import { placed, type Point } from '../src/scene/layout'
import { sceneOf, type Scene } from '../src/scene/scene'
import { WIDTH } from '../src/scene/sizes'

const TEXT = `title: 선물
steps:
  - choose: wish
    id: wish
    say: 무엇을 도와드릴까요?
    options:
      - {label: 포장을 바꾸고 싶어요, then: wrap}
      - {label: 받는 분 이름을 바꾸고 싶어요, then: name}
      - {label: 괜찮아요, then: bye}
  - say: 포장을 바꿔 드릴게요.
    id: wrap
    then: bye
  - say: 이름을 알려 주세요.
    id: name
    then: bye
  - end: true
    id: bye
`
const GLOSSARY = { slots: [], actions: [], scenarios: [], titles: {} } as unknown as Parameters<typeof linesOf>[2]

function picture(places?: Record<string, Point>) {
  const scene = sceneOf(TEXT) as Scene
  const at = places ?? placed(scene, { steps: {}, comments: [] })
  const own: Own = ko
  const cards = cardsOf(
    { scene, places: at, comments: [], picked: [], glossary: GLOSSARY, findingsOf: () => [], notesOf: () => 0, lit: null, found: null, own },
    [],
  ) as Card[]
  return { cards, curves: curvesOf(linesOf(scene, own, GLOSSARY, []), cards) }
}

test('every way runs from its row to the head of the step it leads to, though nothing was drawn yet', () => {
  const { cards, curves } = picture()
  expect(curves.map(({ line }) => line.id)).toEqual(['wish|option:0', 'wish|option:1', 'wish|option:2', 'wrap|next', 'name|next'])
  for (const { line, bend } of curves) {
    const [from, to] = [line.source, line.target].map((id) => cards.find((each) => each.id === id) as Card) as [Card, Card]
    expect(bend[0]).toBe(from.position.x + WIDTH + 6)
    expect(bend[6]).toBe(to.position.x - 6)
    expect(bend[7] - to.position.y).toBeLessThan(36)
  }
})

test('the way under the pointer is the nearest one within reach', () => {
  const { curves } = picture()
  for (const curve of curves) {
    const [x, y] = pointOn(curve, 0.35)
    expect(nearest(curves, x, y + 1, 9)?.id).toBe(curve.line.id)
  }
  expect(nearest(curves, -500, -500, 9)).toBeUndefined()
})

test('short words on the ways cover neither cards nor each other', () => {
  const { cards, curves } = picture()
  const labels = labelsOf(curves, cards)
  expect(labels.map(({ words }) => words)).toEqual(['포장을 바꾸고…', '받는 분 이름을…', '괜찮아요'])
  for (const [at, { x, y }] of labels.entries()) {
    for (const card of cards) {
      const { position } = card
      expect(x > position.x && x < position.x + WIDTH && y > position.y && y < position.y + (card.height ?? 0)).toBe(false)
    }
    for (const other of labels.slice(at + 1)) expect(Math.abs(other.y - y) >= 18 || Math.abs(other.x - x) > 20).toBe(true)
  }
})

test('where there is no room, no words are drawn over a card', () => {
  const { cards, curves } = picture({ wish: { x: 0, y: 0 }, wrap: { x: 270, y: 0 }, name: { x: 270, y: 200 }, bye: { x: 270, y: 400 } })
  expect(labelsOf(curves, cards).filter(({ line }) => line.target === 'wrap')).toEqual([])
})

test('words too long for the gap end in an ellipsis', () => {
  expect(shortened('화나셨을 때')).toBe('화나셨을 때')
  expect(shortened('늦어진 날수 3 이상이고 화나셨을 때')).toBe('늦어진 날수 3…')
  expect(shortened('When it is more than three days late')).toBe('When it is more…')
})

test('a card stands at its place without a transform, and goes where it is dragged', () => {
  const [card] = picture().cards as [Card]
  expect(card.style).toEqual({ left: card.position.x, top: card.position.y, transform: 'none' })
  expect(standing(card)).toBe(card)
  expect(standing({ ...card, position: { x: 7, y: 9 } }).style).toEqual({ left: 7, top: 9, transform: 'none' })
})

test('a search finds words and given names however they are typed, and no key of the format', () => {
  const scene = sceneOf(`title: 찾기
steps:
  - say: |
      "괜찮아요"라고
      하셔도 돼요.
    id: calm
  - branch:
      - if: {find_order.days_late: {at_least: 3}}
        then: bye
      - else: bye
    id: look
  - end: true
    id: bye
`) as Scene
  const found = (searched: string) => [...(foundIn(scene, searched, (step) => (step.id === 'look' ? ['늦어진 날수 3 이상'] : [])) ?? [])]
  expect(found('"괜찮아요"라고 하셔도')).toEqual(['calm'])
  expect(found('괜찮아요'.normalize('NFD'))).toEqual(['calm'])
  expect(found('Days_Late')).toEqual(['look'])
  expect(found('늦어진 날수')).toEqual(['look'])
  expect(found('bye')).toEqual(['look', 'bye'])
  for (const key of ['say', 'then', 'else', 'at_least', '{', '":']) expect(found(key), key).toEqual([])
  expect(foundIn(scene, '  ', () => [])).toBeNull()
})
