/** A condition in words, for people who do not write conditions. Pure but for the words. */

import type { Words } from '../../words/ko'
import { type Condition, isBounds } from './empathy_file'
import type { ko } from './words.ko'

type Own = typeof ko

export interface Speaking {
  words: Words
  own: Own
  /** What the team calls a scenario or an intent. */
  scenario: (id: string) => string
  intent: (id: string) => string
}

/** What has to be so, one phrase each; nothing for a condition that always holds. */
export function conditionWords(condition: Condition, speaking: Speaking): string[] {
  const { own } = speaking
  const phrases = Object.entries(condition.holds ?? {}).map(([name, expected]) => phrase(name, expected, speaking))
  if (condition.any_of?.length) phrases.push(condition.any_of.map((each) => conditionWords(each, speaking).join(', ')).join(own.or))
  if (condition.negated) {
    const out = condition.negated
    const ways = out.any_of?.length && !Object.keys(out.holds ?? {}).length ? out.any_of : [out]
    phrases.push(own.butNot(ways.map((each) => conditionWords(each, speaking).join(' ')).join(own.or)))
  }
  return phrases
}

function phrase(name: string, expected: unknown, speaking: Speaking): string {
  const { own, words } = speaking
  const bounds = isBounds(expected) ? expected : undefined
  const values = bounds ? [] : (Array.isArray(expected) ? expected : [expected]).map(String)
  const said = (one: (value: string) => string) => (bounds ? (bounds.is_not ? own.isNot(one(String(bounds.is_not))) : numbers(bounds, own)) : values.map(one).join(own.or))
  if (name === 'emotion') return said((value) => words.emotion[value as keyof Words['emotion']] ?? value)
  if (name === 'mood' || name === 'mood_so_far') return said((value) => words.group[value as keyof Words['group']] ?? value)
  if (name === 'scenario') return own.inTalk(said(speaking.scenario))
  if (name === 'intent') return own.inTalk(said(speaking.intent))
  if (name === 'strength' && bounds) return own.strengthIs(numbers(bounds, own))
  const sides = own.situation[name as keyof Own['situation']]
  if (sides) return bounds ? (bounds.at_least != null || bounds.more_than != null ? sides.yes : sides.no) : expected === true ? sides.yes : sides.no
  return own.other(name, said((value) => value))
}

function numbers(bounds: Record<string, unknown>, own: Own): string {
  const parts = (['at_least', 'more_than', 'less_than', 'at_most'] as const)
    .filter((each) => bounds[each] !== null && bounds[each] !== undefined)
    .map((each) => own.bound[each](Number(bounds[each])))
  if (bounds.filled !== null && bounds.filled !== undefined) parts.push(bounds.filled ? own.known : own.unknown)
  return parts.join(' ')
}
