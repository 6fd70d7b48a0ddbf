/** One YAML file as it is written: its values, where each stands, and its mistakes. Edits are in edit.ts. */

import { type Document, isCollection, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'

import { namesOf } from './names'
import { type Slip, slipsOf } from './slips'

/** Where a value stands in a file: keys by their English name, places in a list from 0. */
export type Path = readonly (string | number)[]
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain }

/** A stretch of a text. Lines and columns count from 1. */
export interface Span {
  from: number
  to: number
  line: number
  column: number
}

/** A file that was read. With slips its values are not to be trusted, and it cannot be edited at a path. */
export interface Yaml {
  text: string
  document: Document.Parsed
  slips: readonly Slip[]
  lines: LineCounter
}

export type Written = Node | null
export type Keyed = Pair<Scalar, Written>

const WHOLE = /^[-+]?[0-9][0-9_]*$/
let last: Yaml | undefined

/** Reads a text. Never throws for what it says: `slips` tells what is wrong, and on which line. */
export function parse(text: string): Yaml {
  if (last?.text === text) return last
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, keepSourceTokens: true, prettyErrors: true })
  if (document.errors.length === 0) visit(document, { Scalar: (_, node) => asTheServerReads(node) })
  last = { text, document, lines, slips: slipsOf(document, lines, text) }
  return last
}

/** 1_000 is a number, 017 is not. */
function asTheServerReads(node: Scalar): void {
  const source = node.source ?? ''
  if (node.type !== 'PLAIN' || !WHOLE.test(source)) return
  node.value = /^[-+]?0[0-9_]/.test(source) ? source : Number(source.replaceAll('_', ''))
}

/** The value at a path as ordinary data; undefined when nothing is written there or the text has slips. */
export function get(yaml: Yaml, path: Path = []): Plain | undefined {
  if (yaml.slips.length > 0) return undefined
  const found = find(yaml, path)
  return found === undefined ? undefined : plain(found)
}

/** The written value at a path: null for an empty one, undefined where there is none. */
export function find(yaml: Yaml, path: Path): Written | undefined {
  let here: Written | undefined = yaml.document.contents
  for (const step of path) {
    if (isMap(here) && typeof step === 'string') here = pairOf(here, step)?.value as Written | undefined
    else if (isSeq(here) && typeof step === 'number' && step < here.items.length) here = here.items[step] as Written
    else return undefined
  }
  return here
}

/** The pair of a key, by the name in the path or by one of its Korean names. */
export function pairOf(map: YAMLMap, key: string): Keyed | undefined {
  const pairs = map.items as Keyed[]
  for (const name of namesOf(key)) {
    const found = pairs.find((each) => isScalar(each.key) && written(each.key) === name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Where the value at a path stands, or what it would stand in. */
export function place(yaml: Yaml, path: Path): Span {
  for (let end = path.length; end > 0; end -= 1) {
    const there = path.slice(0, end)
    const node = find(yaml, there)
    if (node === undefined) continue
    const holder = find(yaml, there.slice(0, -1))
    const key = isMap(holder) ? pairOf(holder, String(there.at(-1)))?.key : undefined
    const from = (isScalar(key) ? key.range?.[0] : undefined) ?? node?.range?.[0] ?? 0
    return spanOf(yaml, from, node === null ? from : contentEnd(node))
  }
  return spanOf(yaml, 0, 0)
}

/** The path of the innermost value that holds an offset of the text. */
export function pathAt(yaml: Yaml, offset: number): Path {
  const path: (string | number)[] = []
  let here: Written | undefined = yaml.document.contents
  while (isCollection(here)) {
    const entries: [string | number, Written, number][] = isMap(here)
      ? (here.items as Keyed[]).map((pair) => [written(pair.key), pair.value, pair.key.range?.[0] ?? 0])
      : (here as YAMLSeq).items.map((item, at) => [at, item as Written, itemStart(here as YAMLSeq, at)])
    const inside = entries.findLast(([, , from]) => from <= offset)
    if (inside === undefined) break
    path.push(inside[0])
    here = inside[1]
  }
  return path
}

/** The values below a node as ordinary data, keys as they are written. */
export function plain(node: Written | undefined): Plain {
  if (isMap(node)) {
    const pairs = node.items as Keyed[]
    return Object.fromEntries(pairs.map((pair) => [written(pair.key), plain(pair.value)]))
  }
  if (isSeq(node)) return node.items.map((item) => plain(item as Written))
  if (isScalar(node)) return (node.value ?? null) as Plain
  return null
}

/** A key as it is written, without its quotes. */
export function written(key: Scalar): string {
  return key.source ?? String(key.value)
}

/** Where a list's item begins: at its dash, or at its value inside brackets. */
export function itemStart(list: YAMLSeq, at: number): number {
  const token = list.srcToken
  if (token?.type === 'block-seq') {
    const dash = token.items[at]?.start.find((each) => each.type === 'seq-item-ind')
    if (dash !== undefined) return dash.offset
  }
  return (list.items[at] as Node).range?.[0] ?? 0
}

/** Where what a node says ends, before comments and blank lines. */
export function contentEnd(node: Node): number {
  const [from, to] = node.range ?? [0, 0]
  if (isCollection(node) && node.flow !== true && node.items.length > 0) {
    if (isMap(node)) {
      const { key, value } = node.items.at(-1) as Keyed
      return value?.range && value.range[1] > value.range[0] ? contentEnd(value) : (key.range?.[1] ?? from) + 1
    }
    const item = node.items.at(-1) as Written
    if (item?.range && item.range[1] > item.range[0]) return contentEnd(item)
    return itemStart(node as YAMLSeq, node.items.length - 1) + 1
  }
  // A block scalar's range takes in its last line break.
  if (isScalar(node) && node.type?.startsWith('BLOCK') && node.srcToken?.type === 'block-scalar') {
    const source = node.srcToken.source
    return to - (source.length - source.replace(/[\r\n]+$/, '').length)
  }
  return to
}

export function spanOf(yaml: Yaml, from: number, to: number): Span {
  const { line, col } = yaml.lines.linePos(from)
  return { from, to, line: Math.max(line, 1), column: Math.max(col, 1) }
}
