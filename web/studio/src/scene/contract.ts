/** An action somebody asks for, as actions.yaml declares it: a mock that answers with its example until it is built. */

import type { Plain } from '../yaml/document'
import { setIn } from '../yaml/edit'

export const TYPES = ['text', 'number', 'money', 'date', 'datetime', 'yes_no', 'list'] as const

export interface AskedValue {
  name: string
  title: string
  type: (typeof TYPES)[number]
  /** As it was typed; the example of an input is not asked for. */
  example: string
}

export interface Asked {
  title: string
  name: string
  inputs: readonly AskedValue[]
  outputs: readonly AskedValue[]
  changes: boolean
  note: string
}

/** What is still missing, or null. */
export function ready(asked: Asked, taken: readonly string[]): 'title' | 'name' | 'taken' | 'outputs' | 'twice' | null {
  const values = [...asked.inputs, ...asked.outputs]
  if (asked.title.trim() === '') return 'title'
  if (!isName(asked.name) || values.some((each) => !isName(each.name))) return 'name'
  if (taken.includes(asked.name)) return 'taken'
  if (asked.outputs.length === 0) return 'outputs'
  const twice = (list: readonly AskedValue[]) => new Set(list.map((each) => each.name)).size < list.length
  return twice(asked.inputs) || twice(asked.outputs) ? 'twice' : null
}

/** actions.yaml with the action declared. */
export function declared(actions: string, asked: Asked): string {
  const value: { [key: string]: Plain } = {
    title: asked.title.trim(),
    ...(asked.note.trim() === '' ? {} : { note: asked.note.trim() }),
    ...(asked.inputs.length > 0 ? { inputs: declaredValues(asked.inputs, true) } : {}),
    outputs: declaredValues(asked.outputs, false),
    changes_something: asked.changes,
    mock: true,
    example: Object.fromEntries(asked.outputs.map((each) => [each.name, exampleOf(each)])),
  }
  return setIn(actions, [asked.name], value, { inLines: true })
}

/** A name as files have them: small Latin letters, digits, underscores. */
export function slug(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]+/g, '_').replace(/[^a-z0-9_]/g, '').slice(0, 64)
}

function isName(name: string): boolean {
  return /^[a-z][a-z0-9_]{0,63}$/.test(name)
}

function declaredValues(values: readonly AskedValue[], required: boolean): Plain {
  return Object.fromEntries(
    values.map((each): [string, Plain] => {
      const meaning: { [key: string]: Plain } = each.title.trim() === '' ? {} : { title: each.title.trim() }
      return [each.name, { type: each.type, ...meaning, ...(required ? {} : { required: false }) }]
    }),
  )
}

function exampleOf({ type, example }: AskedValue): Plain {
  const typed = example.trim()
  if (type === 'yes_no') return typed !== 'false'
  if (type === 'number' || type === 'money') return Number(typed.replace(/[^\d.-]/g, '')) || 0
  if (type === 'list') return typed.split(',').map((each) => each.trim()).filter(Boolean)
  return typed
}
