/** A condition in the parts a form shows: rows that all hold, groups of which one must, what must not. Pure. */

import type { Plain } from '../yaml/document'
import { inEnglish } from './scene'

export type Row = readonly [name: string, expected: Plain]

export type Part =
  | { kind: 'row'; row: Row }
  /** At least one of these holds; each is a list of rows that hold together. */
  | { kind: 'any'; each: readonly (readonly Row[])[] }
  | { kind: 'not'; rows: readonly Row[] }
  /** Groups within groups: shown in words, changed in the text. */
  | { kind: 'deep'; name: 'any' | 'not'; value: Plain }

export function partsOf(condition: Plain | undefined): Part[] {
  return Object.entries(inEnglish(condition)).map(([name, value]): Part => {
    if (name !== 'any' && name !== 'not') return { kind: 'row', row: [name, value] }
    if (name === 'not' && flat(value)) return { kind: 'not', rows: rowsOf(value) }
    if (name === 'any' && Array.isArray(value) && value.every(flat)) return { kind: 'any', each: value.map(rowsOf) }
    return { kind: 'deep', name, value }
  })
}

/** The condition to write; groups that hold nothing are left out. */
export function conditionOf(parts: readonly Part[]): Plain {
  const entries = parts.flatMap((part): [string, Plain][] => {
    if (part.kind === 'row') return [[...part.row]]
    if (part.kind === 'deep') return [[part.name, part.value]]
    if (part.kind === 'not') return part.rows.length === 0 ? [] : [['not', mapping(part.rows)]]
    const each = part.each.filter((rows) => rows.length > 0)
    return each.length === 0 ? [] : [['any', each.map(mapping)]]
  })
  return Object.fromEntries(entries)
}

function mapping(rows: readonly Row[]): { [key: string]: Plain } {
  return Object.fromEntries(rows)
}

function rowsOf(value: Plain): Row[] {
  return Object.entries(inEnglish(value))
}

/** Whether a condition has rows alone. */
function flat(value: Plain): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && rowsOf(value).every(([name]) => name !== 'any' && name !== 'not')
}
