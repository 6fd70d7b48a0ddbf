/** The ways out of one step, as the engine takes them. */

import type { Plain } from '../yaml/document'
import { type Exit, inEnglish, type Step } from './scene'

/** Every way out; `below` is the step that is written under it, which follows where nothing else is said. */
export function exitsOf(step: Step, below: string | null): Exit[] {
  const next = way('next', step.fields.then, ['then'], below)
  switch (step.kind) {
    case 'end':
    case 'hand_off':
      return []
    case 'go':
      return step.fields.comes_back === false ? [] : [next]
    case 'branch':
      return branches(step, next)
    case 'choose': {
      const options = optionsOf(step)
      const each = options.map((option, n): Exit => ({ ...way(`option:${n}`, option.then, ['options', n, 'then'], null), label: option.label }))
      // Buttons that lead nowhere by themselves go on together.
      const open = options.length === 0 || each.some((one) => one.implied)
      return [...each, ...(open ? [next] : []), ...written('otherwise', step)]
    }
    case 'ask':
      return [next, ...written('otherwise', step)]
    case 'call':
      return [next, ...written('if_fails', step)]
    default:
      return [next]
  }
}

export interface Choice {
  label: string
  value: string
  also: string[]
  then: Plain | undefined
}

/** The buttons of a step; a bare text is both label and value. */
export function optionsOf(step: Step): Choice[] {
  const written = Array.isArray(step.fields.options) ? step.fields.options : []
  return written.map((each) => {
    if (typeof each !== 'object' || each === null) return { label: String(each ?? ''), value: String(each ?? ''), also: [], then: undefined }
    const { label, value, also, then } = inEnglish(each)
    const said = String(label ?? '')
    return { label: said, value: String(value ?? said), also: listed(also), then }
  })
}

/** One text or a list of them, as a list. */
export function listed(value: Plain | undefined): string[] {
  if (value === undefined || value === null) return []
  return (Array.isArray(value) ? value : [value]).map((each) => (typeof each === 'object' ? '' : String(each)))
}

function branches(step: Step, next: Exit): Exit[] {
  const ways = (Array.isArray(step.fields.branch) ? step.fields.branch : []).map((each, n): Exit => {
    const fields = inEnglish(each)
    const last = 'else' in fields
    const key = last ? 'else' : 'then'
    return { ...way(`way:${n}`, fields[key], ['branch', n, key], null), ...(last ? {} : { when: fields.if ?? {} }) }
  })
  return ways.some((each) => each.when === undefined) ? ways : [...ways, next]
}

function written(key: 'otherwise' | 'if_fails', step: Step): Exit[] {
  return key in step.fields ? [way(key, step.fields[key], [key], null)] : []
}

function way(port: Exit['port'], to: Plain | undefined, path: Exit['path'], below: string | null): Exit {
  const named = typeof to === 'string' && to !== ''
  return { port, to: named ? to : below, implied: !named, path }
}
