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

export const MOST_LINES = 60
const NONE: readonly Line[] = []

interface Talk {
  lines: readonly Line[]
  /** What stood there before it was started again. */
  before: readonly Line[]
}

const talks = new Map<string, Talk>()
const listeners = new Set<() => void>()

export function useLines(playbook: string) {
  const talk = useSyncExternalStore(subscribe, () => talkOf(playbook))
  return useMemo(() => {
    const set = (lines: readonly Line[], before: readonly Line[] = NONE) => keep(playbook, { lines, before })
    const { lines, before } = talk
    return {
      lines,
      add: (line: Line) => set([...lines, line]),
      /** Suppose a feeling for the line at a place, or take it as it is read. */
      suppose: (n: number, felt: Supposed | null) => set(lines.map((line, at) => (at === n && 'say' in line ? supposing(line.say, felt) : line))),
      cut: (length: number) => set(lines.slice(0, length)),
      /** Take another talk's place; what stood there can be brought back. */
      take: (others: readonly Line[]) => set(others, lines),
      restart: () => set(NONE, lines),
      bringBack: before.length ? () => set(before) : undefined,
    }
  }, [playbook, talk])
}

/** The line as it is sent. */
export function sent(line: Line) {
  return 'press' in line ? { press: line.press } : line
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
  const talk = { lines: read(playbook), before: NONE }
  talks.set(playbook, talk)
  return talk
}

function read(playbook: string): readonly Line[] {
  try {
    const found: unknown = JSON.parse(window.sessionStorage.getItem(place(playbook)) ?? '[]')
    return Array.isArray(found) ? (found as Line[]).filter((each) => 'say' in each || 'press' in each || 'wait' in each) : NONE
  } catch {
    return NONE
  }
}

function keep(playbook: string, talk: Talk) {
  talks.set(playbook, talk)
  try {
    window.sessionStorage.setItem(place(playbook), JSON.stringify(talk.lines))
  } catch {
    // Without a storage it lasts as long as the page.
  }
  for (const listener of listeners) listener()
}
