/** What this browser remembers, so that a reload loses nothing. Where storage is blocked it lasts as long as the page. */

import type { Key } from './api'
import type { Letter } from './outbox'

export type Store = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

export class Memory {
  readonly #store: Store
  readonly #prefix: string

  constructor(store: Store | null, playbook: string, customer: string | null = null) {
    this.#store = store ?? pageStorage()
    // Somebody who signs in as another customer must not find the first one's conversation.
    this.#prefix = `dajeong:${playbook}:${customer ?? ''}:`
  }

  get key(): Key | null {
    const found = this.#read('key') as Partial<Key> | null
    return typeof found?.conversation === 'string' && typeof found.token === 'string' ? (found as Key) : null
  }

  set key(key: Key | null) {
    this.#write('key', key)
  }

  /** The position of the last event that was seen with the panel open. */
  get seen(): number {
    const found = this.#read('seen')
    return typeof found === 'number' ? found : 0
  }

  set seen(position: number) {
    this.#write('seen', position)
  }

  get draft(): string {
    const found = this.#read('draft')
    return typeof found === 'string' ? found : ''
  }

  set draft(text: string) {
    this.#write('draft', text || null)
  }

  /** Each unsent message has its own entry: two tabs cannot overwrite each other's. */
  keepLetter(letter: Letter): void {
    this.#write(`letter:${letter.id}`, letter)
  }

  dropLetter(id: string): void {
    this.#write(`letter:${id}`, null)
  }

  letters(): Letter[] {
    const found: Letter[] = []
    for (let i = 0; i < this.#store.length; i++) {
      const name = this.#store.key(i)
      if (!name?.startsWith(`${this.#prefix}letter:`)) continue
      const letter = this.#read(name.slice(this.#prefix.length)) as Letter | null
      if (typeof letter?.text === 'string' && typeof letter.id === 'string') found.push(letter)
    }
    return found.sort((a, b) => a.at - b.at)
  }

  #read(name: string): unknown {
    try {
      return JSON.parse(this.#store.getItem(this.#prefix + name) ?? 'null')
    } catch {
      return null
    }
  }

  #write(name: string, value: unknown): void {
    try {
      if (value === null) this.#store.removeItem(this.#prefix + name)
      else this.#store.setItem(this.#prefix + name, JSON.stringify(value))
    } catch {
      // Full or blocked: the page goes on without it.
    }
  }
}

/** The browser's storage when it can really be written, else null. */
export function browserStorage(): Storage | null {
  try {
    localStorage.setItem('dajeong:try', '1')
    localStorage.removeItem('dajeong:try')
    return localStorage
  } catch {
    return null
  }
}

/** Storage that ends with the page: what is used of a browser's `Storage`, on plain memory. */
export function pageStorage(): Store {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
    removeItem: (name) => void entries.delete(name),
  }
}
