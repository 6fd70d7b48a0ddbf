/** Changes of intents as new texts of their files. Comments, order and quotes of everything else stay. */

import { parse, type Plain } from '../../yaml/document'
import { deleteIn, setIn } from '../../yaml/edit'
import { setAll, type Setting } from '../../yaml/entries'
import { freeOf, romanised } from '../../yaml/roman'
import type { Intent, Kind, Said } from './model'

export type Texts = Readonly<Record<string, string>>
/** New texts by path. */
export type Change = Record<string, string>

export const LONGEST = 300
// In bytes. A file may have a million; every change of an example reads its file anew.
const FULL = 200_000
const ORDER = ['title', 'matter', 'happened', 'examples', 'answer', 'if_not_solved', 'asks_if_solved']

/** One text per line, as it would be one example: without list marks, blanks around and empty lines. */
export function linesOf(pasted: string): string[] {
  return pasted
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•·]\s+|\d{1,3}[.)]\s+)/, '').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

/** What two examples have in common when they say the same: case, blanks, marks and faces do not count. */
export function sameness(text: string): string {
  // Noise goes first: NFKC turns ㅠ into a letter of another block.
  return text.replace(/[\s\p{P}\p{S}ㅋㅎㅠㅜ]+/gu, '').normalize('NFKC').toLowerCase() || text
}

export function withExamples(texts: Texts, intent: Intent, examples: readonly string[]): Change {
  return put(texts, intent, 'examples', [...examples])
}

export function withField(texts: Texts, intent: Intent, field: 'title' | 'matter' | 'happened', value: string): Change {
  const line = value.replace(/\s+/g, ' ').trim()
  return line === '' && field !== 'title' ? cut(texts, intent, field) : put(texts, intent, field, line)
}

/** The words of an answer; with only a first time they are written as one text or a list. */
export function withSaid(texts: Texts, intent: Intent, field: 'answer' | 'if_not_solved', said: Said | null): Change {
  if (said === null) return cut(texts, intent, field)
  const short = (words: readonly string[]): Plain => (words.length === 1 ? (words[0] as string) : [...words])
  if (said.plain && !said.cases && said.second.length + said.third.length === 0) return put(texts, intent, field, short(said.first))
  const parts: Record<string, Plain> = { first: short(said.first) }
  if (said.second.length) parts.second = short(said.second)
  if (said.third.length) parts.third = short(said.third)
  if (!said.cases) return put(texts, intent, field, parts)
  // Special cases stay as they are written: only the parts beside them change.
  const at = [intent.name, field]
  let text = texts[intent.path] as string
  for (const key of ['first', 'second', 'third']) {
    const value = parts[key]
    text = value === undefined ? deleteIn(text, [...at, key]) : setIn(text, [...at, key], value)
  }
  return { [intent.path]: text }
}

export function withAsking(texts: Texts, intent: Intent, asks: boolean): Change {
  return asks ? put(texts, intent, 'asks_if_solved', true) : cut(texts, intent, 'asks_if_solved')
}

export function without(texts: Texts, intent: Intent): Change {
  return { [intent.path]: deleteIn(texts[intent.path] as string, [intent.name]) }
}

/** An example leaves one intent for another. */
export function moved(texts: Texts, from: Intent, number: number, to: Intent): Change {
  const example = from.examples[number] as string
  const left = withExamples(texts, from, from.examples.filter((_, n) => n !== number))
  const after = { ...texts, ...left }
  return { ...left, ...withExamples(after, to, [...to.examples, example]) }
}

export interface Begun {
  kind: Kind
  name: string
  title: string
  examples: string[]
  answer?: string
}

/** A new intent at the end of the first file of its kind that has room. */
export function withNew(texts: Texts, begun: Begun): Change {
  const path = placesOf(texts, begun.kind)(begun)
  return { [path]: filled(texts[path] ?? '', [{ path: [begun.name], value: valueOf(begun), manner: { order: [] } }]) }
}

function valueOf(begun: Begun): { [key: string]: Plain } {
  return { title: begun.title, examples: begun.examples, ...(begun.kind === 'answers' && { answer: begun.answer ?? '' }) }
}

function filled(before: string, settings: readonly Setting[]): string {
  // An emptied file says {}: the first intent takes its place.
  const text = before.trim() === '{}' ? '' : before
  const [first, ...rest] = settings
  if (text.trim() !== '' || !first) return setAll(text, settings)
  return setAll(setIn(text, [], { [String(first.path[0])]: first.value }), rest)
}

/** Many examples for many intents at once, new intents among them. A file that is full is followed by another. */
export function withMany(texts: Texts, intents: readonly Intent[], come: ReadonlyMap<string, string[]>, begun: readonly Begun[]): Change {
  const settings = new Map<string, Setting[]>()
  const set = (path: string, setting: Setting) => settings.set(path, [...(settings.get(path) ?? []), setting])
  for (const intent of intents) {
    const own = come.get(intent.name)
    if (own?.length) set(intent.path, { path: [intent.name, 'examples'], value: [...intent.examples, ...own], manner: { order: ORDER } })
  }
  const places = { intents: placesOf(texts, 'intents'), answers: placesOf(texts, 'answers') }
  for (const each of begun) set(places[each.kind](each), { path: [each.name], value: valueOf(each), manner: { order: [] } })
  return Object.fromEntries([...settings].map(([path, own]) => [path, filled(texts[path] ?? '', own)]))
}

/** A name nothing has yet: lower-case letters, digits and underscores. */
export function freeName(taken: ReadonlySet<string>, like: string): string {
  return freeOf(romanised(like) || 'intent_1', (name) => taken.has(name))
}

/** Where new intents of a kind go one after the other: the first file that can be read and has room, else a new one. */
function placesOf(texts: Texts, kind: Kind): (begun: Begun) => string {
  const paths = Object.keys(texts).filter((path) => path.startsWith(`${kind}/`) && /\.ya?ml$/.test(path)).sort()
  const sound = paths.filter((path) => parse(texts[path] as string).slips.length === 0)
  const rooms = sound.map((path) => ({ path, left: FULL - sizeOf(texts[path] as string) }))
  return (begun) => {
    const size = sizeOf(JSON.stringify(valueOf(begun)))
    let room = rooms.find(({ left }) => left >= size)
    if (!room) {
      const path = `${kind}/${freeOf(paths.length ? 'more' : 'first', (name) => paths.includes(`${kind}/${name}.yaml`))}.yaml`
      paths.push(path)
      rooms.push((room = { path, left: FULL }))
    }
    room.left -= size
    return room.path
  }
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length
}

function put(texts: Texts, intent: Intent, field: string, value: Plain): Change {
  return { [intent.path]: setIn(texts[intent.path] as string, [intent.name, field], value, { order: ORDER }) }
}

function cut(texts: Texts, intent: Intent, field: string): Change {
  return { [intent.path]: deleteIn(texts[intent.path] as string, [intent.name, field]) }
}

