/** What was done to a scenario and can be undone: the texts of its files, one state after the other. */

/** The files a scenario's page changes, by path; null where there is none. */
export type Texts = Readonly<Record<string, string | null>>

export interface History {
  past: readonly Texts[]
  now: Texts
  future: readonly Texts[]
  /** What the last change was; further changes of the same kind join it. */
  kind: string
}

const KEPT = 200

export function begin(now: Texts): History {
  return { past: [], now, future: [], kind: '' }
}

/** A change; typing on in one place (`kind` the same and not empty) is one thing to undo. */
export function change(history: History, now: Texts, kind = ''): History {
  if (same(history.now, now)) return history
  if (kind !== '' && kind === history.kind && history.past.length > 0) return { ...history, now, future: [] }
  return { past: [...history.past, history.now].slice(-KEPT), now, future: [], kind }
}

export function undo(history: History): History {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], kind: '' }
}

export function redo(history: History): History {
  const [after, ...rest] = history.future
  if (after === undefined) return history
  return { past: [...history.past, history.now], now: after, future: rest, kind: '' }
}

function same(one: Texts, other: Texts): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => (one[key] ?? null) === (other[key] ?? null))
}
