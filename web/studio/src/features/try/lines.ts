/** What was said in a try so far. It outlives a closed drawer and a reloaded page, and no longer than the window. */

import { useMemo, useSyncExternalStore } from 'react'

import type { Emotion } from '../../words/feelings'

export interface Supposed {
  emotion: Emotion
  strength: number
}

/** One thing the customer does; `label` is what a pressed button showed. */
export type Line =
  | { say: string; if_felt?: Supposed }
  | { press: string; label: string }
  | { wait: true }

/** What a business system is to answer instead of its example. */
export interface SystemAnswer {
  outputs?: Readonly<Record<string, unknown>>
  problem?: 'failed' | 'timeout' | null
  /** The seconds it needs; a try does not wait for them. */
  takes?: number
}

export type Systems = Readonly<Record<string, SystemAnswer>>

/** What is played: what the customer does, and what systems answer otherwise. */
export interface Script {
  lines: readonly Line[]
  systems: Systems
}

export const MOST_LINES = 60
const LONGEST_TITLE = 40
const NONE: readonly Line[] = []

interface Talk extends Script {
  /** What stood there before it was started again. */
  before: readonly Line[]
}

const talks = new Map<string, Talk>()
const listeners = new Set<() => void>()

export function useLines(playbook: string) {
  const talk = useSyncExternalStore(subscribe, () => talkOf(playbook))
  return useMemo(() => {
    const set = (lines: readonly Line[], before: readonly Line[] = NONE) => keep(playbook, { ...talk, lines, before })
    const { lines, systems, before } = talk
    return {
      lines,
      systems,
      add: (line: Line) => set([...lines, line]),
      /** Suppose a feeling for the line at a place, or take it as it is read. */
      suppose: (n: number, felt: Supposed | null) => set(lines.map((line, at) => (at === n && 'say' in line ? supposing(line.say, felt) : line))),
      cut: (length: number) => set(lines.slice(0, length)),
      /** Take another talk's place; what stood there can be brought back. */
      take: (others: Script) => keep(playbook, { ...others, before: lines }),
      /** Have a system answer otherwise, or as its example says. */
      answer: (action: string, given: SystemAnswer | null) => {
        const { [action]: _, ...rest } = systems
        keep(playbook, { ...talk, systems: given ? { ...rest, [action]: given } : rest })
      },
      restart: () => set(NONE, lines),
      bringBack: before.length ? () => set(before) : undefined,
    }
  }, [playbook, talk])
}

/** The line as it is sent. */
export function sent(line: Line) {
  return 'press' in line ? { press: line.press } : line
}

/** The script as it is sent. */
export function sentScript({ lines, systems }: Script) {
  return { lines: lines.map(sent), systems: Object.fromEntries(Object.entries(systems).map(([action, given]) => [action, { takes: 0, ...given }])) }
}

/** A story is called after what the customer said first. A sign is never cut in two: half of one cannot be sent. */
export function titleOf(lines: readonly Line[]): string {
  const first = lines.find((each) => 'say' in each)
  const said = [...(first && 'say' in first ? first.say.replace(/\s+/g, ' ').trim() : '-')]
  return said.length > LONGEST_TITLE ? `${said.slice(0, LONGEST_TITLE).join('')}…` : said.join('')
}

function supposing(say: string, felt: Supposed | null): Line {
  return felt ? { say, if_felt: felt } : { say }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function place(playbook: string) {
  return `dajeong:try:${playbook}`
}

function talkOf(playbook: string): Talk {
  const known = talks.get(playbook)
  if (known) return known
  const talk = { ...read(playbook), before: NONE }
  talks.set(playbook, talk)
  return talk
}

function read(playbook: string): Script {
  try {
    const found = JSON.parse(window.sessionStorage.getItem(place(playbook)) ?? '{}') as Partial<Script>
    const lines = (found.lines ?? []).filter((each) => 'say' in each || 'press' in each || 'wait' in each)
    return { lines, systems: found.systems ?? {} }
  } catch {
    return { lines: NONE, systems: {} }
  }
}

function keep(playbook: string, talk: Talk) {
  talks.set(playbook, talk)
  try {
    window.sessionStorage.setItem(place(playbook), JSON.stringify({ lines: talk.lines, systems: talk.systems }))
  } catch {
    // Without a storage it lasts as long as the page.
  }
  for (const listener of listeners) listener()
}
