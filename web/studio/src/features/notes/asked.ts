/** What the address says of the page of notes: which one to show, or the place a new one is about. */

import type { Place } from './asking'

export interface Asked {
  note?: string
  playbook?: string
  scenario?: string
  step?: string
}

const KEYS = ['note', 'playbook', 'scenario', 'step'] as const

/** The address as far as it makes sense. */
export function asked(search: Record<string, unknown>): Asked {
  const found: Asked = {}
  for (const key of KEYS) {
    const value = search[key]
    if (typeof value === 'string' && value !== '' && value.length <= 128) found[key] = value
  }
  return found
}

/** The place a new note is about, if the address names one. */
export function placeOf({ playbook, scenario, step = '' }: Asked): Place | null {
  return playbook === undefined || scenario === undefined ? null : { playbook, scenario, step }
}
