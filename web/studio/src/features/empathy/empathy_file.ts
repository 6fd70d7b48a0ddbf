/** The team's own policies and words in their file, and how the file changes. Pure. */

import type { components } from '../../../../shared/api.generated'
import { find, get, parse, type Path, type Plain } from '../../yaml/document'
import { deleteIn, insertIn, setIn } from '../../yaml/edit'
import { own, valueInEnglish } from '../../yaml/names'
import type { Hand, Move, Policy } from './moves'

export const EMPATHY = 'empathy.yaml'
export type Condition = components['schemas']['Condition']
export type MadeOwn = components['schemas']['MadeOwn']
export type MoveWording = components['schemas']['MoveWording']
export type Texts = Readonly<Record<'first' | 'second' | 'third', readonly string[]>>

const POLICY = ['id', 'title', 'answers_to', 'when', 'moves', 'forbidden', 'longest_reply', 'pace']
const TIMES = ['first', 'second', 'third'] as const
const IN_LINES = { order: POLICY, inLines: true }

/** A condition as it is written in a file. */
export function written(condition: Condition): { [key: string]: Plain } {
  const found: { [key: string]: Plain } = {}
  for (const [name, expected] of Object.entries(condition.holds ?? {})) {
    found[name] = isBounds(expected)
      ? Object.fromEntries(Object.entries(expected).filter(([, bound]) => bound !== null && bound !== undefined))
      : (expected as Plain)
  }
  if (condition.any_of?.length) found.any = condition.any_of.map(written)
  if (condition.negated) found.not = written(condition.negated)
  return found
}

export function isBounds(value: unknown): value is Record<string, Plain> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Where the team's own policy or wording of that id stands in the file. */
export function place(text: string, kind: 'policies' | 'wordings', id: string): Path | undefined {
  const list = get(parse(text), [kind])
  if (!Array.isArray(list)) return undefined
  const at = list.findIndex((each) => own(each, 'id') === id)
  return at < 0 ? undefined : [kind, at]
}

/** The team's own policy of that id as the file has it now; undefined when it has none. */
export function ownPolicy(text: string, id: string): Partial<Policy> | undefined {
  const at = place(text, 'policies', id)
  if (!at) return undefined
  const record = get(parse(text), at)
  const list = (key: string) => {
    const found = own(record, key)
    return Array.isArray(found) ? found.map((each) => valueInEnglish(String(each)) as Move) : []
  }
  const [title, longest, pace] = [own(record, 'title'), own(record, 'longest_reply'), own(record, 'pace')]
  return {
    id,
    title: typeof title === 'string' ? title : '',
    moves: list('moves'),
    forbidden: list('forbidden'),
    longest_reply: typeof longest === 'number' ? longest : null,
    pace: valueInEnglish(String(pace)) === 'at_once' ? 'at_once' : 'usual',
  }
}

/** An id no policy and no wording has yet. */
export function freeId(text: string, wanted: string, taken: readonly string[] = []): string {
  const isTaken = (id: string) => taken.includes(id) || place(text, 'policies', id) !== undefined || place(text, 'wordings', id) !== undefined
  if (!isTaken(wanted)) return wanted
  for (let n = 2; ; n += 1) if (!isTaken(`${wanted}_${n}`)) return `${wanted}_${n}`
}

/** The file with a policy that becomes the team's own. */
export function madeOwn(text: string, made: MadeOwn): string {
  const { policy, before } = made
  const record: { [key: string]: Plain } = { id: policy.id }
  if (policy.title) record.title = policy.title
  if (policy.answers_to.length) record.answers_to = [...policy.answers_to]
  record.when = written(policy.when)
  record.moves = [...policy.moves]
  if (policy.forbidden.length) record.forbidden = [...policy.forbidden]
  if (policy.longest_reply) record.longest_reply = policy.longest_reply
  if (policy.pace !== 'usual') record.pace = policy.pace
  const list = get(parse(text), ['policies'])
  const end = Array.isArray(list) ? list.length : 0
  const at = before ? place(text, 'policies', before) : undefined
  return insertIn(text, ['policies'], at ? Number(at[1]) : end, record, IN_LINES)
}

/** The file without one of the team's own policies or wordings; an empty list goes with it. */
export function givenBack(text: string, kind: 'policies' | 'wordings', id: string): string {
  const at = place(text, kind, id)
  if (!at) return text
  const list = get(parse(text), [kind])
  return Array.isArray(list) && list.length === 1 ? deleteIn(text, [kind]) : deleteIn(text, at)
}

export function withHand(text: string, id: string, hand: Hand): string {
  const at = place(text, 'policies', id)
  if (!at) return text
  const moved = setIn(text, [...at, 'moves'], [...hand.order], { order: POLICY })
  const never = [...at, 'forbidden']
  return hand.never.length ? setIn(moved, never, [...hand.never], { order: POLICY }) : deleteIn(moved, never)
}

/** The file with another setting of a policy; null takes it out. */
export function withSetting(text: string, id: string, key: 'title' | 'longest_reply' | 'pace', value: string | number | null): string {
  const at = place(text, 'policies', id)
  if (!at) return text
  return value === null || value === '' ? deleteIn(text, [...at, key]) : setIn(text, [...at, key], value, { order: POLICY })
}

/** The team's own words of that id as the file has them now. */
export function ownTexts(text: string, id: string): Texts | undefined {
  const at = place(text, 'wordings', id)
  if (!at) return undefined
  const say = get(parse(text), [...at, 'say'])
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [])
  return isBounds(say)
    ? { first: list(own(say, 'first')), second: list(own(say, 'second')), third: list(own(say, 'third')) }
    : { first: list(say), second: [], third: [] }
}

/** The file with other alternatives for one time of a wording; a wording nothing is left of goes. */
export function withTexts(text: string, id: string, time: (typeof TIMES)[number], texts: readonly string[]): string {
  const at = place(text, 'wordings', id)
  const before = ownTexts(text, id)
  if (!at || !before) return text
  if (TIMES.every((each) => (each === time ? texts : before[each]).length === 0)) return givenBack(text, 'wordings', id)
  const say = [...at, 'say']
  const inParts = isBounds(get(parse(text), say))
  if (!inParts && time === 'first') return setIn(text, say, [...texts], { inLines: true })
  if (!inParts) return setIn(text, say, { first: [...before.first], [time]: [...texts] }, { order: TIMES, inLines: true })
  return texts.length || time === 'first' ? setIn(text, [...say, time], [...texts], { order: TIMES, inLines: true }) : deleteIn(text, [...say, time])
}

/** The file with words of the team's own for a move: those for one matter before all others, for the first that fit are said. */
export function withWording(text: string, id: string, move: Move, when: { [key: string]: Plain }, texts: readonly string[]): string {
  const record: { [key: string]: Plain } = { id, move, ...(Object.keys(when).length ? { when } : {}), say: [...texts] }
  const list = get(parse(text), ['wordings'])
  const narrow = 'scenario' in when || 'intent' in when
  return insertIn(text, ['wordings'], narrow || !Array.isArray(list) ? 0 : list.length, record, { order: ['id', 'move', 'when', 'say'], inLines: true })
}

/** Whether the file can be edited at all: it has no slips, and what it holds is a mapping or nothing. */
export function isSound(text: string): boolean {
  const yaml = parse(text)
  return yaml.slips.length === 0 && (find(yaml, []) === null || isBounds(get(yaml)))
}
