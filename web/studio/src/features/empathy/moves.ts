/** The moves of a policy as cards in three piles: made in this order, never made, and all the others. Pure. */

import type { components } from '../../../../shared/api.generated'

export type Policy = components['schemas']['Policy']
export type Move = Policy['moves'][number]
export type Pile = 'order' | 'never' | 'rest'

export interface Hand {
  order: readonly Move[]
  never: readonly Move[]
}

export const PILES: readonly Pile[] = ['order', 'never', 'rest']
export const FEELING: readonly Move[] = ['acknowledge', 'apologise', 'own', 'reassure', 'validate', 'thank']
/** The step's own words stand where this card lies: it can be moved, not taken away. */
export const CONTENT: Move = 'inform'
const CARDS: readonly Move[] = [...FEELING, CONTENT, 'offer_person', 'lighten']
const BY_ITSELF: readonly Move[] = ['clarify', 'ask', 'act', 'check']

export function handOf(policy: Pick<Policy, 'moves' | 'forbidden'>): Hand {
  const content = policy.moves.some((each) => each === CONTENT || BY_ITSELF.includes(each))
  return { order: content ? policy.moves : [...policy.moves, CONTENT], never: policy.forbidden }
}

export function pileOf(hand: Hand, pile: Pile): readonly Move[] {
  if (pile === 'order') return hand.order
  if (pile === 'never') return hand.never
  return CARDS.filter((each) => !hand.order.includes(each) && !hand.never.includes(each))
}

export function whereIs(hand: Hand, move: Move): Pile {
  return PILES.find((pile) => pileOf(hand, pile).includes(move)) ?? 'rest'
}

/** Whether a card may lie there. */
export function fits(move: Move, pile: Pile): boolean {
  return move !== CONTENT || pile === 'order'
}

/** The hand with a card put into a pile; `index` counts among the others of that pile. */
export function put(hand: Hand, move: Move, pile: Pile, index = Infinity): Hand {
  if (!fits(move, pile)) return hand
  const without = (moves: readonly Move[]) => moves.filter((each) => each !== move)
  const [order, never] = [without(hand.order), without(hand.never)]
  const into = (moves: readonly Move[]) => [...moves.slice(0, index), move, ...moves.slice(Math.min(index, moves.length))]
  return { order: pile === 'order' ? into(order) : order, never: pile === 'never' ? into(never) : never }
}

/** Where a card that is added finds its place: a feeling is met before the step's words, the rest comes after them. */
export function usualPlace(hand: Hand, move: Move): number {
  if (!FEELING.includes(move)) return hand.order.length
  const content = hand.order.findIndex((each) => !FEELING.includes(each))
  return content < 0 ? hand.order.length : content
}

/** One key further: within the order up and down, to the pile beside it left and right. */
export function stepped(hand: Hand, move: Move, key: string): Hand {
  const pile = whereIs(hand, move)
  const at = pileOf(hand, pile).indexOf(move)
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    if (pile !== 'order') return hand
    const to = Math.max(0, at + (key === 'ArrowUp' ? -1 : 1))
    return put(hand, move, 'order', to)
  }
  const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
  for (let next = PILES.indexOf(pile) + step; step && PILES[next]; next += step) {
    const target = PILES[next] as Pile
    if (fits(move, target)) return put(hand, move, target, target === 'order' ? usualPlace(hand, move) : undefined)
  }
  return hand
}

export function sameHand(one: Hand, other: Hand): boolean {
  return one.order.join() === other.order.join() && one.never.join() === other.never.join()
}
