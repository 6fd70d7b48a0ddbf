/** What a system answers, as it is typed and as it is sent. */

import type { SystemAnswer } from './lines'
import type { Action } from './play'

type Typed = Readonly<Record<string, string>>

/** The outputs as they are typed: what was chosen before, else the example's; nothing for what is left out. */
export function typedOutputs(action: Action, given: SystemAnswer | undefined): Typed {
  const now: Record<string, unknown> = { ...action.example, ...given?.outputs }
  return Object.fromEntries(Object.keys(action.outputs ?? {}).map((name) => [name, asTyped(now[name])]))
}

/** What differs from the example; null leaves a value out. */
export function changedOutputs(action: Action, typed: Typed): Record<string, unknown> {
  const example = typedOutputs(action, undefined)
  const changed = Object.keys(typed).filter((name) => typed[name] !== example[name])
  return Object.fromEntries(changed.map((name) => [name, asSent(action.outputs?.[name]?.type ?? 'text', (typed[name] as string).trim())]))
}

function asTyped(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}

function asSent(type: string, typed: string): unknown {
  if (!typed) return null
  if (type === 'yes_no') return typed === 'true'
  if (type === 'number' || type === 'money') return Number.isFinite(Number(typed)) ? Number(typed) : typed
  if (type === 'list') return typed.split(',').map((each) => each.trim()).filter(Boolean)
  return typed
}
