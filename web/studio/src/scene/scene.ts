/** A scenario as a picture can show it: its steps, and the ways that lead from one to the next. */

import { get, parse, type Path, place, type Plain } from '../yaml/document'
import { keyInEnglish } from '../yaml/names'
import type { Slip } from '../yaml/slips'
import { exitsOf } from './exits'

export const KINDS = ['say', 'ask', 'choose', 'branch', 'call', 'go', 'hand_off', 'end'] as const
export type Kind = (typeof KINDS)[number]
export type Fields = Readonly<Record<string, Plain>>

export interface Step {
  id: string
  /** Its place in the file. */
  index: number
  kind: Kind
  /** Whether the file gives it its id; else it is called by its place. */
  named: boolean
  /** What is written of it, keys in English. */
  fields: Fields
}

export type Port = 'next' | 'otherwise' | 'if_fails' | `way:${number}` | `option:${number}`

/** One way out of a step. `to` is null where nothing follows; `path` is where it is written, below the step. */
export interface Exit {
  port: Port
  to: string | null
  /** Nothing is written: the step below follows. */
  implied: boolean
  path: Path
  when?: Plain
  label?: string
}

export interface Way extends Exit {
  from: string
  /** Whether there is a step of that name. */
  lost: boolean
}

export interface Scene {
  title: string
  intents: readonly string[]
  fields: Fields
  steps: readonly Step[]
  byId: ReadonlyMap<string, Step>
  ways: readonly Way[]
}

/** Reads a scenario's text; null when it has slips. A step that names no kind is left out. */
export function sceneOf(text: string): Scene | null {
  const yaml = parse(text)
  if (yaml.slips.length > 0) return null
  const fields = inEnglish(get(yaml))
  const written = Array.isArray(fields.steps) ? fields.steps : []
  const steps = written.flatMap((each, index) => stepOf(inEnglish(each), index) ?? [])
  const byId = new Map(steps.map((step) => [step.id, step]))
  const ways = steps.flatMap((step, at) => {
    const below = steps[at + 1]?.id ?? null
    return exitsOf(step, below).map((exit): Way => ({ ...exit, from: step.id, lost: exit.to !== null && !byId.has(exit.to) }))
  })
  const intents = fields.intents ?? []
  return {
    title: typeof fields.title === 'string' ? fields.title : '',
    intents: (Array.isArray(intents) ? intents : [intents]).map(String),
    fields,
    steps,
    byId,
    ways,
  }
}

function stepOf(fields: Fields, index: number): Step | null {
  const found = KINDS.filter((kind) => kind in fields)
  // A question has its words in `say`: the other key names the kind.
  const kind = found.length > 1 ? found.find((each) => each !== 'say') : found[0]
  if (kind === undefined) return null
  const id = typeof fields.id === 'string' && fields.id !== '' ? fields.id : null
  return { id: id ?? `step_${index + 1}`, index, kind, named: id !== null, fields }
}

/** A mapping with its own keys in English; anything else gives an empty one. */
export function inEnglish(value: Plain | undefined): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [keyInEnglish(key), each]))
}

/** A person's work has a few dozen; a text of many thousands was pasted by mistake, and drawing it would stop the page. */
const MOST_STEPS = 1_000

/** The scene of a text; one with more steps than can be drawn is a mistake, whatever was pasted there. */
export function drawn(text: string): [Scene | null, Slip | null] {
  const scene = sceneOf(text)
  const yaml = parse(text)
  if (scene === null || scene.steps.length <= MOST_STEPS) return [scene, yaml.slips[0] ?? null]
  const { line, column } = place(yaml, ['steps', MOST_STEPS])
  return [null, { rule: 'too_many', line, column }]
}
