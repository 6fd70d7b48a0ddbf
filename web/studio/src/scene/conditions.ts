/** A condition in words: "늦어진 날수 3 이상", "the parcel was not found". */

import type { Plain } from '../yaml/document'
import { keyInEnglish, own as fieldOf, valueInEnglish } from '../yaml/names'
import { inEnglish } from './scene'
import type { ko } from './words.ko'

/** What things are called: a slot or an action's output by its name in the files. */
export type Titles = Readonly<Record<string, string>>

/** The words of the page, of which conditions use their part. */
export type Own = Pick<typeof ko, 'condition'>

type Name = keyof Own['condition']['names']
type Value = keyof Own['condition']['values']

export const BOUNDS = ['at_least', 'at_most', 'more_than', 'less_than'] as const

export function conditionInWords(condition: Plain | undefined, own: Own, titles: Titles): string {
  const entries = Object.entries(inEnglish(condition ?? {}))
  if (entries.length === 0) return own.condition.always
  return entries
    .map(([name, expected]) => {
      if (name === 'any') return entries.length > 1 ? `(${alternatives(expected, own, titles)})` : alternatives(expected, own, titles)
      if (name === 'not') return own.condition.not(conditionInWords(expected, own, titles))
      return oneInWords(name, expected, own, titles)
    })
    .join(own.condition.and)
}

function alternatives(expected: Plain, own: Own, titles: Titles): string {
  const each = Array.isArray(expected) ? expected : [expected]
  // What holds together is held together, or nobody could tell which “or” is meant.
  const said = (one: Plain) => (Object.keys(inEnglish(one)).length > 1 ? `(${conditionInWords(one, own, titles)})` : conditionInWords(one, own, titles))
  return each.map(said).join(own.condition.or)
}

function oneInWords(written: string, expected: Plain, own: Own, titles: Titles): string {
  const name = titles[written] ?? own.condition.names[keyInEnglish(written) as Name] ?? written
  if (Array.isArray(expected)) return own.condition.is(name, expected.map((each) => valueInWords(each, own)).join(own.condition.or))
  if (typeof expected === 'object' && expected !== null) return boundsInWords(name, expected, own)
  if (expected === true) return own.condition.yes(name)
  if (expected === false) return own.condition.no(name)
  return own.condition.is(name, valueInWords(expected, own))
}

function boundsInWords(name: string, expected: { [key: string]: Plain }, own: Own): string {
  const said: string[] = []
  for (const bound of BOUNDS) {
    const value = fieldOf(expected, bound)
    if (value !== undefined) said.push(own.condition[bound](name, valueInWords(value as Plain, own)))
  }
  const isNot = fieldOf(expected, 'is_not')
  if (isNot !== undefined) said.push(own.condition.isNot(name, valueInWords(isNot as Plain, own)))
  const filled = fieldOf(expected, 'filled')
  if (filled !== undefined) said.push(filled === false ? own.condition.empty(name) : own.condition.filled(name))
  return said.join(own.condition.and)
}

function valueInWords(value: Plain, own: Own): string {
  const said = String(value)
  return own.condition.values[valueInEnglish(said) as Value] ?? said
}
