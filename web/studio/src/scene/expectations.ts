/** What a value must be, as a form shows it: how it is compared, and with what. */

import type { Plain } from '../yaml/document'
import { inEnglish } from './scene'

export const HOWS = ['is', 'is_not', 'at_least', 'at_most', 'more_than', 'less_than', 'yes', 'no', 'filled', 'empty'] as const
export type How = (typeof HOWS)[number]

export function howOf(expected: Plain): How {
  if (expected === true) return 'yes'
  if (expected === false) return 'no'
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return 'is'
  const fields = inEnglish(expected)
  if ('filled' in fields) return fields.filled === false ? 'empty' : 'filled'
  return HOWS.find((how) => how in fields) ?? 'is'
}

/** The value as it is typed; one of several are divided by commas. */
export function valueOf(expected: Plain): string {
  if (Array.isArray(expected)) return expected.join(', ')
  if (typeof expected === 'object' && expected !== null) {
    const how = howOf(expected)
    return String(inEnglish(expected)[how] ?? '')
  }
  return expected === null || typeof expected === 'boolean' ? '' : String(expected)
}

/** What to write for it. */
export function written(how: How, typed: string): Plain {
  if (how === 'yes' || how === 'no') return how === 'yes'
  if (how === 'filled' || how === 'empty') return { filled: how === 'filled' }
  if (how === 'is') {
    const several = typed.split(',').map((each) => each.trim()).filter(Boolean)
    return several.length > 1 ? several.map(plainly) : plainly(typed.trim())
  }
  return { [how]: how === 'is_not' ? plainly(typed.trim()) : Number(typed.replace(',', '.')) || 0 }
}

function plainly(typed: string): Plain {
  return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed
}
