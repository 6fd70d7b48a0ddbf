/** The customer's own messages on their way: one after another, each under one id, until the server keeps it. */

import { Problem } from './api'
import { pause } from './pause'

export interface Letter {
  id: string
  text: string
  choice: string | null
  /** `waiting`: not yet tried or to be tried again; `kept`: the server has it; `refused`: trying again changes nothing. */
  state: 'waiting' | 'sending' | 'kept' | 'refused'
  failures: number
  code: string | null
  /** When it was written, in milliseconds; later messages have later times. */
  at: number
}

export interface Post {
  /** Resolves when the server keeps the message; throws a Problem. */
  deliver(letter: Letter): Promise<void>
  /** Whether there is somewhere to deliver to. */
  open(): boolean
  changed(): void
  keep(letter: Letter): void
  drop(id: string): void
  chance?: () => number
}

export class Outbox {
  letters: readonly Letter[] = []
  #running = false
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly post: Post) {}

  /** Take back what was not sent before the page was left. */
  restore(letters: readonly Letter[]): void {
    this.letters = letters.map((each) => ({ ...each, state: each.state === 'refused' ? 'refused' : 'waiting' }))
    this.go()
  }

  add(id: string, text: string, choice: string | null): void {
    const at = Math.max(Date.now(), (this.letters.at(-1)?.at ?? 0) + 1)
    const letter: Letter = { id, text, choice, state: 'waiting', failures: 0, code: null, at }
    this.letters = [...this.letters, letter]
    this.post.keep(letter)
    this.post.changed()
    this.go()
  }

  /** Try a message again, at once, under the same id. */
  again(id: string): void {
    this.#set(id, { state: 'waiting', code: null })
    this.go()
  }

  /** Forget a message: it arrived, or the customer gave it up. */
  remove(id: string): void {
    if (!this.letters.some((each) => each.id === id)) return
    this.letters = this.letters.filter((each) => each.id !== id)
    this.post.drop(id)
    this.post.changed()
  }

  /** Send what waits, now. */
  go(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (!this.#running) void this.#run()
  }

  async #run(): Promise<void> {
    this.#running = true
    try {
      for (;;) {
        const next = this.letters.find((each) => each.state === 'waiting')
        if (!next || !this.post.open()) return
        if (!(await this.#attempt(next))) return
      }
    } finally {
      this.#running = false
    }
  }

  /** Whether to go on with the next: a message that must wait holds back those after it, so that order is kept. */
  async #attempt(letter: Letter): Promise<boolean> {
    this.#set(letter.id, { state: 'sending' })
    try {
      await this.post.deliver(letter)
      this.#set(letter.id, { state: 'kept', code: null, failures: 0 })
      return true
    } catch (problem) {
      const again = !(problem instanceof Problem) || problem.again
      const code = problem instanceof Problem ? problem.code : 'unreachable'
      const failures = letter.failures + 1
      this.#set(letter.id, { state: again ? 'waiting' : 'refused', code, failures })
      if (!again) return true
      this.#timer = setTimeout(() => this.go(), pause(failures, this.post.chance ?? Math.random))
      return false
    }
  }

  #set(id: string, change: Partial<Letter>): void {
    this.letters = this.letters.map((each) => (each.id === id ? { ...each, ...change } : each))
    const letter = this.letters.find((each) => each.id === id)
    if (letter && change.state !== 'sending') this.post.keep(letter)
    this.post.changed()
  }
}
