/** Brings what is typed to the server: soon, one file after the other, and kept in this browser until it is there. */

import { Problem } from '../api/problem'

export interface File {
  path: string
  text: string
  revision: number
  at: string
}

/** What is not on the server yet. `text` null: the file shall go. `revision` is the one it was typed over. */
interface Unsaved {
  text: string | null
  revision: number
}

export interface Conflict {
  path: string
  mine: string | null
  theirs: File | null
}

export type SaveState = 'saved' | 'saving' | 'failed' | 'conflict'

export interface View {
  texts: Readonly<Record<string, string | null>>
  state: SaveState
  conflict: Conflict | null
  /** Why something was not saved. */
  problem: unknown
}

export interface Ways {
  /** Sends one file and resolves with its new revision, 0 for one that is gone; what was refused is thrown. */
  send: (path: string, text: string | null, revision: number) => Promise<number>
  kept: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
  /** Where in `kept` the texts of this playbook stand. */
  place: string
}

// Typing on does not wait longer than the first pause.
export const PAUSE = 800
const FIRST_RETRY = 2_000
const LAST_RETRY = 10_000
/** What will not be taken however often it is sent. */
export const REFUSED = [400, 403, 404, 413, 422]

export class Saver {
  private readonly unsaved = new Map<string, Unsaved>()
  private readonly refused = new Map<string, unknown>()
  private readonly conflicts = new Map<string, Conflict>()
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private sending = false
  private lost: unknown = null
  private tries = 0
  private seen: View

  constructor(private readonly ways: Ways) {
    for (const path of this.keptPaths()) {
      const found = this.read(path)
      if (found) this.unsaved.set(path, found)
    }
    this.seen = this.look()
    if (this.unsaved.size) this.later(0)
  }

  readonly view = (): View => this.seen

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Take a file's new text, typed over `revision`; null deletes the file. */
  write(path: string, text: string | null, revision: number): void {
    this.keep(path, { text, revision: this.unsaved.get(path)?.revision ?? revision })
    this.refused.delete(path)
    const conflict = this.conflicts.get(path)
    if (conflict) this.conflicts.set(path, { ...conflict, mine: text })
    this.tell()
    this.later(PAUSE)
  }

  /** Save now what waits, and what was lost on its way. Not by a timer: of a page that closes none runs any more. */
  readonly flush = (): void => {
    clearTimeout(this.timer)
    void this.sendNext()
  }

  /** Save again at somebody's wish, what was refused too: they may have been given the permission meanwhile. */
  readonly again = (): void => {
    this.refused.clear()
    this.tell()
    this.flush()
  }

  /** Settle a conflict: with this text (mine, or both brought together), or with theirs. */
  settle(path: string, text: string | null | 'theirs'): void {
    const conflict = this.conflicts.get(path)
    if (!conflict) return
    this.conflicts.delete(path)
    if (text === 'theirs') this.drop(path)
    else this.keep(path, { text, revision: conflict.theirs?.revision ?? 0 })
    this.tell()
    this.later(0)
  }

  private later(wait: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.sendNext(), wait)
  }

  private async sendNext(): Promise<void> {
    const path = [...this.unsaved.keys()].find((each) => !this.conflicts.has(each) && !this.refused.has(each))
    if (this.sending || path === undefined) return
    const { text, revision } = this.unsaved.get(path) as Unsaved
    this.sending = true
    try {
      this.arrived(path, text, await this.ways.send(path, text, revision))
    } catch (problem) {
      this.failed(path, text, problem)
    } finally {
      this.sending = false
    }
    this.tell()
    this.later(this.lost === null ? 0 : Math.min(LAST_RETRY, FIRST_RETRY * 2 ** (this.tries - 1)))
  }

  private arrived(path: string, text: string | null, revision: number): void {
    this.lost = null
    this.tries = 0
    const now = this.unsaved.get(path)
    // What was typed while the text was under way stands on the text that arrived.
    if (now && now.text !== text) this.keep(path, { text: now.text, revision })
    else this.drop(path)
  }

  private failed(path: string, text: string | null, problem: unknown): void {
    if (problem instanceof Problem && problem.status === 412) {
      const theirs = (problem.more.theirs ?? null) as File | null
      if ((theirs?.text ?? null) === text) this.arrived(path, text, theirs?.revision ?? 0)
      else this.conflicts.set(path, { path, mine: this.unsaved.get(path)?.text ?? null, theirs })
    } else if (problem instanceof Problem && REFUSED.includes(problem.status)) {
      this.refused.set(path, problem)
    } else {
      this.lost = problem
      this.tries += 1
    }
  }

  private look(): View {
    const [conflict] = this.conflicts.values()
    const [refused] = this.refused.values()
    const problem = refused ?? this.lost
    const state = conflict ? 'conflict' : problem ? 'failed' : this.unsaved.size ? 'saving' : 'saved'
    const texts = Object.fromEntries([...this.unsaved].map(([path, each]) => [path, each.text]))
    return { texts, state, conflict: conflict ?? null, problem }
  }

  private tell(): void {
    this.seen = this.look()
    for (const listener of this.listeners) listener()
  }

  private keep(path: string, unsaved: Unsaved): void {
    this.unsaved.set(path, unsaved)
    try {
      this.ways.kept.setItem(this.ways.place + path, JSON.stringify(unsaved))
    } catch {
      // A full or forbidden storage: then only this page holds it until it is saved.
    }
  }

  private drop(path: string): void {
    this.unsaved.delete(path)
    this.refused.delete(path)
    this.ways.kept.removeItem(this.ways.place + path)
  }

  private keptPaths(): string[] {
    const { kept, place } = this.ways
    const keys = Array.from({ length: kept.length }, (_, n) => kept.key(n) ?? '')
    return keys.filter((key) => key.startsWith(place)).map((key) => key.slice(place.length))
  }

  private read(path: string): Unsaved | null {
    try {
      const found = JSON.parse(this.ways.kept.getItem(this.ways.place + path) ?? '') as Unsaved
      return typeof found.revision === 'number' && (found.text === null || typeof found.text === 'string') ? found : null
    } catch {
      return null
    }
  }
}
