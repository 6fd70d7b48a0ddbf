/** Follows a conversation live, and goes on from the same place whatever breaks. */

import { Api, Problem, type Key } from './api'
import type { ChatEvent } from './events'
import { lineReader } from './event_lines'
import { pause } from './pause'

/** The server breaks a silence every 15 seconds; after this long without a word the line is dead. */
export const SILENCE = 40_000

export interface Listener {
  position(): number
  event(event: ChatEvent): void
  /** Whether the line stands. */
  connected(standing: boolean): void
  /** The conversation cannot be followed any more. */
  gone(code: string): void
}

export class Stream {
  #current: AbortController | null = null
  #wake: (() => void) | null = null
  #stopped = true

  constructor(
    private readonly api: Api,
    private readonly key: Key,
    private readonly listener: Listener,
  ) {}

  start(): void {
    if (!this.#stopped) return
    this.#stopped = false
    void this.#follow()
  }

  stop(): void {
    this.#stopped = true
    this.#current?.abort()
    this.#wake?.()
  }

  /** Try again now instead of waiting: the network came back, or somebody is looking. */
  hurry(): void {
    this.#wake?.()
  }

  async #follow(): Promise<void> {
    let failed = 0
    while (!this.#stopped) {
      try {
        await this.#listen(() => {
          failed = 0
        })
      } catch (problem) {
        if (problem instanceof Problem && !problem.again) {
          this.#stopped = true
          this.listener.gone(problem.code)
          return
        }
      }
      if (this.#stopped) return
      this.listener.connected(false)
      await this.#rest(pause(++failed, Math.random))
    }
  }

  async #listen(heard: () => void): Promise<void> {
    const control = new AbortController()
    this.#current = control
    let watch = setTimeout(() => control.abort(), SILENCE)
    try {
      const body = await this.api.follow(this.key, this.listener.position(), control.signal)
      const reader = body.getReader()
      const decoder = new TextDecoder()
      const lines = lineReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done || this.#stopped) return
        clearTimeout(watch)
        watch = setTimeout(() => control.abort(), SILENCE)
        heard()
        this.listener.connected(true)
        for (const line of lines(decoder.decode(value, { stream: true }))) {
          this.listener.event(JSON.parse(line.data) as ChatEvent)
        }
      }
    } finally {
      clearTimeout(watch)
      control.abort()
    }
  }

  #rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds)
      const wake = done
      function done(): void {
        clearTimeout(timer)
        resolve()
      }
      this.#wake = wake
    })
  }
}
