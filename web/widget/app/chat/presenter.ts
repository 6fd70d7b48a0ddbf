/** Shows live events in order, and holds a reply back for the moment it takes to be typed. */

import type { ChatEvent } from './events'

/** However long a reply says it is typed, nobody waits longer than this. */
export const LONGEST_HOLD = 2_500
/** Below this many events waiting a reply is held; a queue is shown at once. */
const CALM = 2

export class Presenter {
  #queue: ChatEvent[] = []
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(
    private readonly show: (event: ChatEvent) => void,
    private readonly typing: () => void,
  ) {}

  take(event: ChatEvent): void {
    this.#queue.push(event)
    if (this.#queue.length > CALM) this.flush()
    else if (!this.#timer) this.#next()
  }

  /** Show everything now, in order. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const all = this.#queue
    this.#queue = []
    all.forEach(this.show)
  }

  #next(): void {
    this.#timer = null
    while (this.#queue[0]) {
      const event = this.#queue[0]
      const hold = event.kind === 'message' && event.by !== 'customer' ? Math.min(event.typing_ms, LONGEST_HOLD) : 0
      if (hold > 0) {
        this.typing()
        this.#timer = setTimeout(() => {
          this.#queue.shift()
          this.show(event)
          this.#next()
        }, hold)
        return
      }
      this.#queue.shift()
      this.show(event)
    }
  }
}
