/** One customer's chat: opens it, follows it, sends what they write, and tells the screen what there is to see. */

import { Api, Problem, type Key } from './api'
import type { ChatEvent } from './events'
import type { Memory } from './memory'
import { Outbox, type Letter } from './outbox'
import { pause } from './pause'
import { Presenter } from './presenter'
import { Stream } from './stream'
import { EMPTY, after, unreadAfter, type Thread } from './thread'
import type { Language } from '../../shared/languages'

export interface Shown {
  thread: Thread
  letters: readonly Letter[]
  /** `resting`: not opened yet; `trouble`: could not be opened, `code` says why. */
  phase: 'resting' | 'opening' | 'ready' | 'trouble'
  code: string | null
  /** `broken`: the line has been down for a while; `offline`: this device has no network. */
  line: 'fine' | 'broken' | 'offline'
  unread: number
  /** Grows when words were put back into the writing field, so that the field takes them up. */
  drafts: number
}

export interface About {
  playbook: string
  language: Language
  customer: string | null
}

/** An answer that does not come within this time is no longer announced. */
const TYPING_AT_MOST = 30_000
/** A break in the line that is shorter than this is not worth a word. */
const WORTH_SAYING = 2_500

type Timer = ReturnType<typeof setTimeout> | undefined

export class Chat {
  shown: Shown
  readonly #outbox: Outbox
  #presenter = this.#newPresenter()
  #stream: Stream | null = null
  #received = 0
  #looking = false
  #attempts = 0
  #reaching = false
  #opening: Timer
  #typingEnds: Timer
  #breaks: Timer
  readonly #listeners = new Set<(shown: Shown) => void>()

  constructor(
    private readonly api: Api,
    readonly memory: Memory,
    private readonly about: About,
  ) {
    this.shown = {
      thread: EMPTY,
      letters: [],
      phase: 'resting',
      code: null,
      line: 'fine',
      unread: 0,
      drafts: 0,
    }
    this.#outbox = new Outbox({
      deliver: async (letter) => {
        const key = this.memory.key
        if (!key) throw new Problem('unreachable', true)
        await this.api.send(key, letter.id, letter.text, letter.choice)
      },
      open: () => this.memory.key !== null && this.shown.phase === 'ready',
      changed: () => this.#set({ letters: this.#outbox.letters }),
      keep: (letter) => this.memory.keepLetter(letter),
      drop: (id) => this.memory.dropLetter(id),
    })
    this.#outbox.restore(memory.letters())
  }

  subscribe(listener: (shown: Shown) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Take up an earlier conversation, if there is one. */
  async begin(): Promise<void> {
    const key = this.memory.key
    if (key) await this.#reach(() => this.#restore(key))
  }

  /** The customer looks at the chat, or no longer does. The first look opens a conversation. */
  async look(looking: boolean): Promise<void> {
    this.#looking = looking
    this.#see()
    if (!looking) return
    this.#stream?.hurry()
    if (this.shown.phase === 'resting' || this.shown.phase === 'trouble') await this.#start()
  }

  send(text: string, choice: string | null = null): void {
    this.#outbox.add(newId(), text.trim(), choice)
  }

  again(id: string): void {
    this.#outbox.again(id)
  }

  /** Put an unsent message back into the writing field. */
  takeBack(id: string): void {
    const letter = this.shown.letters.find((each) => each.id === id)
    if (!letter) return
    this.#outbox.remove(id)
    this.addToDraft(letter.text)
  }

  addToDraft(text: string): void {
    this.memory.draft = [this.memory.draft, text].filter(Boolean).join('\n')
    this.#set({ drafts: this.shown.drafts + 1 })
  }

  /** Leave this conversation behind and open a new one; what could not be sent goes back to the writing field. */
  async startNew(): Promise<void> {
    this.#leave()
    for (const letter of this.#outbox.letters.filter((each) => each.choice === null && each.state !== 'kept'))
      this.takeBack(letter.id)
    for (const letter of this.#outbox.letters) this.#outbox.remove(letter.id)
    await this.#start()
  }

  /** The page was shown or hidden: a hidden page needs no open line for long. */
  present(visible: boolean): void {
    if (!visible) this.#presenter.flush()
    else {
      if (this.#following()) this.#stream?.start()
      this.#stream?.hurry()
      this.#outbox.go()
      this.#see()
    }
  }

  /** Give up the line until somebody looks again. Browsers allow few of them at once. */
  rest(): void {
    this.#stream?.stop()
  }

  /** The network went or came back. */
  network(there: boolean): void {
    this.#set({ line: there ? 'fine' : 'offline' })
    if (!there) return
    this.#stream?.hurry()
    this.#outbox.go()
    if (this.shown.phase === 'trouble' && this.shown.code === 'unreachable') void this.#start()
  }

  async #start(): Promise<void> {
    const key = this.memory.key
    await this.#reach(key ? () => this.#restore(key) : () => this.#open())
  }

  /** Do what opens the chat; when the server cannot be reached, try again by and by. */
  async #reach(doing: () => Promise<void>): Promise<void> {
    clearTimeout(this.#opening)
    if (this.#reaching) return
    this.#reaching = true
    this.#set({ phase: 'opening', code: null })
    try {
      await doing()
      this.#attempts = 0
      this.#set({ phase: this.memory.key ? 'ready' : 'resting' })
      this.#outbox.go()
    } catch (problem) {
      const { code, again } = problem instanceof Problem ? problem : { code: 'unreachable', again: true }
      this.#set({ phase: 'trouble', code })
      if (again) this.#opening = setTimeout(() => void this.#start(), pause(++this.#attempts, Math.random))
    } finally {
      this.#reaching = false
    }
  }

  async #open(): Promise<void> {
    const { playbook, language, customer } = this.about
    const opened = await this.api.open(playbook, language, customer)
    this.memory.key = { conversation: opened.conversation, token: opened.token }
    this.#takeIn(opened.events)
    this.#follow({ conversation: opened.conversation, token: opened.token })
  }

  async #restore(key: Key): Promise<void> {
    try {
      this.#takeIn(await this.api.history(key))
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.again) throw problem
      // It is gone or was never ours: begin anew, with what was not sent yet.
      this.#leave()
      if (this.#looking) await this.#open()
      return
    }
    this.#follow(key)
  }

  #leave(): void {
    this.#stream?.stop()
    this.#stream = null
    this.#presenter.flush()
    this.memory.key = null
    this.memory.seen = 0
    this.#received = 0
    this.#set({ thread: EMPTY, phase: 'resting', unread: 0 })
  }

  #follow(key: Key): void {
    this.#stream?.stop()
    this.#stream = null
    if (!this.#following()) return
    this.#stream = new Stream(this.api, key, {
      position: () => this.#received,
      event: (event) => this.#live(event),
      connected: (standing) => this.#connected(standing),
      gone: () => {
        this.#leave()
        if (this.#looking) void this.#start()
      },
    })
    this.#stream.start()
  }

  #connected(standing: boolean): void {
    if (standing) {
      clearTimeout(this.#breaks)
      this.#breaks = undefined
      if (this.shown.line !== 'fine') this.#set({ line: 'fine' })
      if (this.shown.letters.some((each) => each.state === 'waiting')) this.#outbox.go()
    } else this.#breaks ??= setTimeout(() => this.#set({ line: 'broken' }), WORTH_SAYING)
  }

  #following(): boolean {
    return this.memory.key !== null && !this.shown.thread.closed
  }

  #live(event: ChatEvent): void {
    if (event.kind !== 'typing') {
      if (event.position <= this.#received) return
      this.#received = event.position
    }
    if (event.kind === 'forgotten') {
      void this.#readAgain()
      return
    }
    this.#presenter.take(event)
    if (typeof document !== 'undefined' && document.hidden) this.#presenter.flush()
  }

  /** The words were deleted: show what is left. */
  async #readAgain(): Promise<void> {
    const key = this.memory.key
    this.#presenter.flush()
    if (key) await this.api.history(key).then((events) => this.#takeIn(events), () => undefined)
  }

  /** Show a history at once, without the moments of typing. */
  #takeIn(events: readonly ChatEvent[]): void {
    const thread = { ...events.reduce(after, EMPTY), typing: false }
    this.#received = Math.max(this.#received, thread.position)
    this.#arrived(thread)
    this.#set({ thread })
    this.#see()
  }

  #newPresenter(): Presenter {
    return new Presenter(
      (event) => this.#show(event),
      () => this.#set({ thread: { ...this.shown.thread, typing: true } }),
    )
  }

  #show(event: ChatEvent): void {
    const thread = after(this.shown.thread, event)
    this.#arrived(thread)
    this.#set({ thread })
    this.#see()
    clearTimeout(this.#typingEnds)
    if (thread.typing)
      this.#typingEnds = setTimeout(() => this.#set({ thread: { ...this.shown.thread, typing: false } }), TYPING_AT_MOST)
    if (thread.closed) this.#stream?.stop()
  }

  /** What the server shows as ours has arrived. */
  #arrived(thread: Thread): void {
    const known = new Set(thread.messages.map((each) => each.id))
    for (const letter of this.#outbox.letters) if (known.has(letter.id)) this.#outbox.remove(letter.id)
  }

  #see(): void {
    const position = this.shown.thread.position
    const seeing = this.#looking && (typeof document === 'undefined' || !document.hidden)
    if (seeing && position > this.memory.seen) this.memory.seen = position
    const unread = unreadAfter(this.shown.thread, this.memory.seen)
    if (unread !== this.shown.unread) this.#set({ unread })
  }

  #set(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change }
    this.#listeners.forEach((each) => each(this.shown))
  }
}

/** An id for a message that nobody else has; works on pages without https, too. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
