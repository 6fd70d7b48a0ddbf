/** Edits of a YAML text at a path. Only the lines of what changes are written anew: comments, order and quotes stay. */

import { isCollection, isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'

import { contentEnd, find, itemStart, pairOf, parse, plain, written } from './document'
import type { Keyed, Path, Plain, Written, Yaml } from './document'
import { keyInEnglish, koreanKey, namesOf } from './names'
import { inline, type Quotes, rendered, under } from './render'
import * as lines from './stretch'

/** Where a new key goes: behind the last of these that is written before it; at the end when not named. */
export interface Manner {
  order?: readonly string[]
  /** Write a new mapping in lines of its own even when it is short, as steps are. */
  inLines?: boolean
}

/** The text has slips, or the path leads nowhere: nothing can be edited there. */
export class CannotEdit extends Error {}

/** Writes a value at a path; mappings and lists are changed inside, so that what stays the same stays as it is written. */
export function setIn(text: string, path: Path, value: Plain, manner: Manner = {}): string {
  const yaml = sound(text)
  if (path.length === 0) return yaml.document.contents === null ? start(text, value) : replace(yaml, path, value, manner)
  const there = find(yaml, path)
  if (there !== undefined) return replace(yaml, path, value, manner)
  const holderPath = path.slice(0, -1)
  const key = path.at(-1) as string | number
  const holder = find(yaml, holderPath)
  if (isMap(holder) && typeof key === 'string') return addKey(yaml, holder, key, value, manner)
  if (isSeq(holder) && key === holder.items.length) return insertIn(text, holderPath, key, value, manner)
  if (holder === null || holder === undefined) {
    if (typeof key === 'number' && key !== 0) throw new CannotEdit(`There is no list at ${path.join('.')}.`)
    return setIn(text, holderPath, typeof key === 'number' ? [value] : { [key]: value }, manner)
  }
  throw new CannotEdit(`Nothing can be written at ${path.join('.')}.`)
}

/** Takes a key or a list's item away, with the comment lines right above it. Nothing happens where there is none. */
export function deleteIn(text: string, path: Path): string {
  const yaml = sound(text)
  const holder = find(yaml, path.slice(0, -1))
  const key = path.at(-1)
  if (!isCollection(holder) || find(yaml, path) === undefined) return text
  const at = typeof key === 'number' ? key : holder.items.indexOf(pairOf(holder as YAMLMap, String(key)) as never)
  if (holder.items.length === 1) {
    const [from, to] = [startOf(holder, 0), endOf(holder, 0)]
    if (holder.flow) return lines.cut(text, from, to)
    // Comments above the last one stay: they may speak of the list.
    return text.slice(0, from) + (isMap(holder) ? '{}' : '[]') + text.slice(to)
  }
  if (holder.flow) {
    return at + 1 < holder.items.length
      ? lines.cut(text, startOf(holder, at), startOf(holder, at + 1))
      : lines.cut(text, endOf(holder, at - 1), endOf(holder, at))
  }
  const from = startOf(holder, at)
  // The first key of a list's item stands behind the dash: the next one takes its place.
  if (!lines.beginsLine(text, from)) return lines.cut(text, from, startOf(holder, at + 1))
  return lines.cutLines(text, lines.withComments(text, from), endOf(holder, at))
}

/** Puts a new item into a list before the one that stands at `index`. */
export function insertIn(text: string, path: Path, index: number, value: Plain, manner: Manner = {}): string {
  return insertAll(text, path, index, [value], manner)
}

/** New items beside each other. Texts are put in at once; how a mapping is written hangs on the items before it. */
function insertRun(before: string, path: Path, index: number, values: readonly Plain[], manner: Manner): string {
  if (values.every((each) => typeof each === 'string')) return values.length ? insertAll(before, path, index, values, manner) : before
  return values.reduce<string>((text, each, n) => insertIn(text, path, index + n, each, manner), before)
}

function insertAll(text: string, path: Path, index: number, values: readonly Plain[], manner: Manner): string {
  const yaml = sound(text)
  const list = find(yaml, path)
  if (list === undefined || list === null) return setIn(text, path, [...values], manner)
  if (!isSeq(list)) throw new CannotEdit(`There is no list at ${path.join('.')}.`)
  if (list.items.length === 0) return replaceNode(yaml, path, [...values], manner)
  const at = Math.max(0, Math.min(index, list.items.length))
  if (list.flow) {
    const items = values.map((each) => inline(each, true)).join(', ')
    if (at === list.items.length) return lines.put(text, endOf(list, at - 1), `, ${items}`)
    return lines.put(text, startOf(list, at), `${items}, `)
  }
  const column = lines.columnOf(text, startOf(list, 0))
  const asBefore = list.items.some((each) => isMap(each) && !each.flow) ? 'lines' : 'short'
  const block = values.flatMap((each) => under('-', rendered(localised(yaml, each, list), manner.inLines ? 'lines' : asBefore)))
  return lines.putLines(text, placeFor(text, list, at), block, column)
}

/** Moves an item of a list, with the comment lines right above it, to stand where `to` says once it was taken out. */
export function moveIn(text: string, path: Path, from: number, to: number): string {
  const yaml = sound(text)
  const list = find(yaml, path)
  if (!isSeq(list) || from === to || list.items[from] === undefined || list.items[to] === undefined) return text
  if (list.flow) {
    const parts = list.items.map((_, at) => text.slice(startOf(list, at), endOf(list, at)))
    parts.splice(to, 0, ...parts.splice(from, 1))
    return text.slice(0, startOf(list, 0)) + parts.join(', ') + text.slice(endOf(list, list.items.length - 1))
  }
  const taken = lines.taken(text, lines.withComments(text, startOf(list, from)), endOf(list, from))
  const before = from < to ? to + 1 : to
  const target = placeFor(text, list, before)
  if (target <= taken.from) return text.slice(0, target) + taken.text + text.slice(target, taken.from) + text.slice(taken.to)
  return text.slice(0, taken.from) + text.slice(taken.to, target) + lines.fresh(text, target) + taken.text + text.slice(target)
}

/** Gives a key another name. */
export function renameIn(text: string, path: Path, name: string): string {
  const yaml = sound(text)
  const holder = find(yaml, path.slice(0, -1))
  const pair = isMap(holder) ? pairOf(holder, String(path.at(-1))) : undefined
  if (pair?.key.range == null) throw new CannotEdit(`There is no key at ${path.join('.')}.`)
  return text.slice(0, pair.key.range[0]) + inline(name, isMap(holder) && holder.flow === true) + text.slice(pair.key.range[1])
}

function sound(text: string): Yaml {
  const yaml = parse(text)
  if (yaml.slips.length > 0) throw new CannotEdit(`The text cannot be read at line ${yaml.slips[0]?.line}.`)
  return yaml
}

function start(text: string, value: Plain): string {
  const made = rendered(value, 'lines')
  const body = 'inline' in made ? made.inline : made.lines.join('\n')
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${body}\n`
}

/** Changes a value inside where both are of one kind, else writes it anew. */
function replace(yaml: Yaml, path: Path, value: Plain, manner: Manner): string {
  const node = find(yaml, path) as Written
  if (same(plain(node), value)) return yaml.text
  if (isMap(node) && typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0)
    return changeMap(yaml, path, node, value, manner)
  if (isSeq(node) && Array.isArray(value) && value.length > 0 && node.items.length > 0)
    return changeList(yaml.text, path, node, value, manner)
  return replaceNode(yaml, path, value, manner)
}

function changeMap(yaml: Yaml, path: Path, map: YAMLMap, value: { [key: string]: Plain }, manner: Manner): string {
  let text = yaml.text
  const kept = Object.keys(value).map((key) => pairOf(map, key))
  const order = manner.order ?? Object.keys(value)
  for (const [key, each] of Object.entries(value)) text = setIn(text, [...path, key], each, { order })
  for (const pair of map.items as Keyed[]) if (!kept.includes(pair)) text = deleteIn(text, [...path, written(pair.key)])
  return text
}

function changeList(before: string, path: Path, list: YAMLSeq, value: Plain[], manner: Manner): string {
  const old = list.items.map((item) => plain(item as Written))
  const shorter = Math.min(old.length, value.length)
  let head = 0
  while (head < shorter && same(old[head] as Plain, value[head] as Plain)) head += 1
  let tail = 0
  while (tail < shorter - head && same(old.at(-1 - tail) as Plain, value.at(-1 - tail) as Plain)) tail += 1
  const [gone, come] = [old.length - head - tail, value.length - head - tail]
  let text = before
  const both = Math.min(gone, come)
  for (let at = head; at < head + both; at += 1) text = setIn(text, [...path, at], value[at] as Plain)
  text = insertRun(text, path, head + both, value.slice(head + both, head + come), manner)
  for (let at = head + gone - 1; at >= head + both; at -= 1) text = deleteIn(text, [...path, at])
  return text
}

function replaceNode(yaml: Yaml, path: Path, value: Plain, manner: Manner): string {
  const { text } = yaml
  const node = find(yaml, path) as Written
  const holder = path.length > 0 ? find(yaml, path.slice(0, -1)) : undefined
  if (isFlow(yaml, path.slice(0, -1))) {
    const quotes = isScalar(node) ? (node.type as Quotes) : 'PLAIN'
    const [from, to] = node?.range ?? [0, 0]
    if (from === to) return lines.put(text, from, `${text[from - 1] === ' ' ? '' : ' '}${inline(value, true, quotes)}`)
    return text.slice(0, from) + inline(value, true, quotes) + text.slice(to)
  }
  if (!isCollection(holder)) return start('', value)
  const [lead, column] = leadOf(text, holder, path.at(-1) as string | number)
  const to = node?.range && node.range[1] > node.range[0] ? contentEnd(node) : lead
  const made = rendered(localised(yaml, value, node ?? holder), manner.inLines ? 'lines' : 'short')
  const quotes = isScalar(node) && typeof value === 'string' && node.type?.startsWith('QUOTE') ? (node.type as Quotes) : undefined
  const comment = isCollection(node) && !node.flow ? lines.commentBetween(text, lead, node.range?.[0] ?? lead) : ''
  const gap = node?.range && !isCollection(node) && to > lead ? text.slice(lead, node.range[0]) : ' '
  const spaced = /^ +$/.test(gap) ? gap : ' '
  const eol = lines.eolOf(text)
  if (quotes !== undefined) return `${text.slice(0, lead)}${spaced}${inline(value, false, quotes)}${text.slice(to)}`
  if ('inline' in made) {
    const [first, ...rest] = made.inline.split('\n')
    const below = rest.map((line) => eol + (line === '' ? '' : ' '.repeat(column + 2) + line)).join('')
    return `${text.slice(0, lead)}${spaced}${first}${below}${comment}${text.slice(to)}`
  }
  const inner = made.lines.map((line) => (line === '' ? '' : ' '.repeat(column + 2) + line))
  const body = typeof path.at(-1) === 'number' && comment === '' ? ` ${inner.join(eol).trimStart()}` : `${comment}${eol}${inner.join(eol)}`
  return text.slice(0, lead) + body + text.slice(to)
}

function addKey(yaml: Yaml, map: YAMLMap, key: string, value: Plain, manner: Manner): string {
  const { text } = yaml
  const name = speaksKorean(yaml, map) ? koreanKey(key) : key
  const at = manner.order === undefined ? map.items.length : behind(map, key, manner.order)
  const said = localised(yaml, value, map)
  if (map.flow || map.items.length === 0) {
    const pair = `${inline(name, true)}: ${inline(said, true)}`
    if (map.items.length === 0) return lines.put(text, (map.range?.[0] ?? 0) + 1, pair)
    return at === 0 ? lines.put(text, startOf(map, 0), `${pair}, `) : lines.put(text, endOf(map, at - 1), `, ${pair}`)
  }
  const column = lines.columnOf(text, startOf(map, 0))
  const block = under(`${inline(name, false)}:`, rendered(said, manner.inLines ? 'lines' : 'short'))
  // Behind a dash the first key has no line of its own.
  const first = at === 0 ? Math.max(at, lines.beginsLine(text, startOf(map, 0)) ? 0 : 1) : at
  return lines.putLines(text, placeFor(text, map, first), block, column)
}

/** How many keys of the mapping come before a key in the given order. */
function behind(map: YAMLMap, key: string, order: readonly string[]): number {
  const earlier = order.slice(0, Math.max(order.indexOf(key), 0))
  const names = (map.items as Keyed[]).map((pair) => keyInEnglish(written(pair.key)))
  const last = names.findLastIndex((name) => earlier.includes(name))
  return order.includes(key) ? last + 1 : map.items.length
}

/** The offset at which the lines of a new item go, so that it stands at `at`. */
function placeFor(text: string, holder: YAMLMap | YAMLSeq, at: number): number {
  if (at > 0) return lines.lineEnd(text, endOf(holder, at - 1))
  return lines.lineStart(text, lines.withComments(text, startOf(holder, 0)))
}

function startOf(holder: YAMLMap | YAMLSeq, at: number): number {
  return isMap(holder) ? ((holder.items[at] as Keyed).key.range?.[0] ?? 0) : itemStart(holder, at)
}

function endOf(holder: YAMLMap | YAMLSeq, at: number): number {
  if (isMap(holder)) {
    const { key, value } = holder.items[at] as Keyed
    if (value?.range && value.range[1] > value.range[0]) return contentEnd(value)
    return (key.range?.[1] ?? 0) + (value === null || holder.flow ? 0 : 1)
  }
  const item = holder.items[at] as Written
  return item?.range && item.range[1] > item.range[0] ? contentEnd(item) : itemStart(holder, at) + 1
}

/** Where a value begins after its colon or dash, and the column its holder's lines begin at. */
function leadOf(text: string, holder: YAMLMap | YAMLSeq, key: string | number): [number, number] {
  if (isMap(holder)) {
    const pair = pairOf(holder, String(key)) as Keyed
    return [text.indexOf(':', pair.key.range?.[1] ?? 0) + 1, lines.columnOf(text, startOf(holder, 0))]
  }
  const at = itemStart(holder, key as number)
  return [at + 1, lines.columnOf(text, at)]
}

function isFlow(yaml: Yaml, path: Path): boolean {
  for (let end = 0; end <= path.length; end += 1) {
    const node = find(yaml, path.slice(0, end))
    if (isCollection(node) && node.flow === true) return true
  }
  return false
}

function speaksKorean(yaml: Yaml, near: YAMLMap): boolean {
  const keys = (map: YAMLMap) => (map.items as Keyed[]).map((pair) => written(pair.key))
  const known = (map: YAMLMap) => keys(map).filter((name) => namesOf(keyInEnglish(name)).length > 1)
  const root = yaml.document.contents
  const names = known(near).length > 0 ? known(near) : isMap(root) ? known(root) : []
  return names.filter((name) => keyInEnglish(name) !== name).length * 2 > names.length
}

/** New keys of a value in the language of the file. */
function localised(yaml: Yaml, value: Plain, near: Written): Plain {
  const root = yaml.document.contents
  const map = isMap(near) ? near : isMap(root) ? root : undefined
  if (map === undefined || !speaksKorean(yaml, map)) return value
  const turn = (each: Plain): Plain => {
    if (Array.isArray(each)) return each.map(turn)
    if (typeof each !== 'object' || each === null) return each
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [koreanKey(key), turn(inner)]))
  }
  return turn(value)
}

function same(one: Plain, other: Plain): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [Object.entries(one), Object.entries(other)]
  return left.length === right.length && left.every(([key, value], at) => right[at]?.[0] === key && same(value, right[at][1]))
}
