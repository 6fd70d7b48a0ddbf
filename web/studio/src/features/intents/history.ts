/** What was changed here, so that it can be taken back and done again. */

import { useCallback, useSyncExternalStore } from 'react'

import { useDraft, useSaveFile } from '../../draft/draft'
import type { Change } from './change'

interface Step {
  /** What was done, said with its button. */
  what: string
  before: Record<string, string | null>
  after: Change
  /** Changes of one place in one go, as typing is, are one step. */
  mark: string
  at: number
}

interface Past {
  done: readonly Step[]
  undone: readonly Step[]
}

const ONE_GO = 3_000
const MOST = 200
const EMPTY: Past = { done: [], undone: [] }
const pasts = new Map<string, Past>()
const listeners = new Set<() => void>()

function keep(name: string, past: Past): void {
  pasts.set(name, past)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Adds a step; one that goes on with the last becomes part of it. */
export function withStep(past: Past, step: Step): Past {
  const last = past.done.at(-1)
  if (last && step.mark && last.mark === step.mark && step.at - last.at < ONE_GO) {
    const before = { ...step.before, ...last.before }
    return { done: [...past.done.slice(0, -1), { ...step, before, after: { ...last.after, ...step.after } }], undone: [] }
  }
  return { done: [...past.done, step].slice(-MOST), undone: [] }
}

/** Whether the files still are as the step left them: what others wrote since is not taken back. */
export function fits(now: Readonly<Record<string, string>>, files: Readonly<Record<string, string | null>>): boolean {
  return Object.entries(files).every(([path, text]) => (now[path] ?? null) === text)
}

export function useHistory(playbook: string) {
  const { texts } = useDraft(playbook)
  const { save } = useSaveFile(playbook)
  const past = useSyncExternalStore(subscribe, () => pasts.get(playbook) ?? EMPTY)

  const change = useCallback(
    (what: string, after: Change, mark = '') => {
      const changed = Object.entries(after).filter(([path, text]) => texts[path] !== text)
      if (!changed.length) return
      for (const [path, text] of changed) save(path, text)
      const before = Object.fromEntries(changed.map(([path]) => [path, texts[path] ?? null]))
      const step = { what, before, after: Object.fromEntries(changed), mark, at: Date.now() }
      keep(playbook, withStep(pasts.get(playbook) ?? EMPTY, step))
    },
    [playbook, save, texts],
  )

  const last = past.done.at(-1)
  const next = past.undone.at(-1)
  const undo = useCallback(() => {
    if (!last || !fits(texts, last.after)) return
    for (const [path, text] of Object.entries(last.before)) save(path, text)
    keep(playbook, { done: past.done.slice(0, -1), undone: [...past.undone, last] })
  }, [last, past, playbook, save, texts])
  const redo = useCallback(() => {
    if (!next || !fits(texts, next.before)) return
    for (const [path, text] of Object.entries(next.after)) save(path, text)
    keep(playbook, { done: [...past.done, { ...next, mark: '' }], undone: past.undone.slice(0, -1) })
  }, [next, past, playbook, save, texts])

  return {
    texts,
    change,
    undo: last && fits(texts, last.after) ? { what: last.what, go: undo } : null,
    redo: next && fits(texts, next.before) ? { what: next.what, go: redo } : null,
  }
}
