/** What is asked of the list, as it stands in the address: so that a list can be kept, shared and gone back to. */

import { EMOTIONS } from '../../words/feelings'
import { midnight, zoned } from '../../words/times'

export const GROUPS = ['against', 'worried', 'content', 'other'] as const
export const OUTCOMES = ['open', 'done', 'cancelled', 'left', 'handed_off', 'given_up', 'trouble', 'recalled', 'restarted', 'unfinished'] as const
/** What Home counts. The first two stand now and can be asked for here; the others happened in a period. */
export const STANDING = ['waiting', 'hurt'] as const
export const FACTS = [...STANDING, 'wrote', 'solved', 'handed_over'] as const
/** How a scenario is asked for that nobody reached. */
export const NO_SCENARIO = '-'
/** Days, today among them. */
export const PERIODS = ['1', '7', '30', '90'] as const

const FELT = [...GROUPS, ...EMOTIONS]

export interface Asked {
  q?: string
  emotion?: (typeof FELT)[number]
  outcome?: (typeof OUTCOMES)[number]
  fact?: (typeof FACTS)[number]
  scenario?: string
  channel?: string
  playbook?: string
  version?: string
  period?: (typeof PERIODS)[number]
}

function one<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((each) => each === String(value))
}

function text(value: unknown): string | undefined {
  return (typeof value === 'string' || typeof value === 'number') && String(value).trim() ? String(value).slice(0, 128) : undefined
}

/** What an address asks; whatever in it is not known is not asked. */
export function asked(search: Record<string, unknown>): Asked {
  const found: Asked = {
    q: text(search['q']),
    emotion: one(FELT, search['emotion']),
    outcome: one(OUTCOMES, search['outcome']),
    fact: one(FACTS, search['fact']),
    scenario: text(search['scenario']),
    channel: text(search['channel']),
    playbook: text(search['playbook']),
    version: text(search['version']),
    period: one(PERIODS, search['period']),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Asked
}

/** The same for the server, which knows moments and no periods. */
export function query({ period, ...rest }: Asked, now: Date) {
  if (!period) return rest
  const from = midnight(now)
  from.setDate(from.getDate() - (Number(period) - 1))
  return { ...rest, from: zoned(from) }
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A conversation that was opened in the list, to which one step back leads. */
    fromList?: boolean
  }
}

let latest: Asked = {}

/** Remember what the list showed, so that the way back from a conversation leads to the same list. */
export function keepAsked(wanted: Asked): void {
  latest = wanted
}

export function latestAsked(): Asked {
  return latest
}
