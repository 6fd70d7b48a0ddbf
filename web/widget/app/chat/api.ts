/** The calls to the server. A failed call says whether trying again can help. */

import type { ChatEvent, Kept, OpenedChat } from './events'
import type { Language } from '../../shared/languages'

/** What went wrong, by the server's own code; `unreachable` when there was no answer at all. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly again: boolean,
  ) {
    super(code)
  }
}

export interface Key {
  conversation: string
  token: string
}

const PATIENCE = 20_000
const ROOT = '/api/chat/conversations'

export class Api {
  constructor(private readonly fetching: typeof fetch) {}

  open(playbook: string, language: Language | null, customer: string | null): Promise<OpenedChat> {
    return this.#call('POST', ROOT, null, { playbook, language, customer })
  }

  send(key: Key, message: string, text: string, choice: string | null): Promise<Kept> {
    return this.#call('POST', `${ROOT}/${key.conversation}/messages`, key, { message, text, choice })
  }

  async history(key: Key): Promise<ChatEvent[]> {
    const { events } = await this.#call<{ events: ChatEvent[] }>('GET', `${ROOT}/${key.conversation}/messages`, key)
    return events
  }

  /** Opens the stream after a position; the caller reads the body. */
  async follow(key: Key, position: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const answer = await this.#reach(`${ROOT}/${key.conversation}/events`, {
      headers: { Authorization: `Bearer ${key.token}`, 'Last-Event-ID': String(position) },
      cache: 'no-store',
      signal,
    })
    if (!answer.body) throw new Problem('unreachable', true)
    return answer.body
  }

  async #call<T>(method: string, path: string, key: Key | null, body?: object): Promise<T> {
    const headers: Record<string, string> = {}
    if (key) headers.Authorization = `Bearer ${key.token}`
    if (body) headers['Content-Type'] = 'application/json'
    const answer = await this.#reach(path, {
      method,
      headers,
      body: body ? JSON.stringify(body) : null,
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    })
    try {
      return (await answer.json()) as T
    } catch {
      throw new Problem('unreachable', true)
    }
  }

  async #reach(path: string, request: RequestInit): Promise<Response> {
    let answer: Response
    try {
      answer = await this.fetching(path, request)
    } catch {
      throw new Problem('unreachable', true)
    }
    if (answer.ok) return answer
    const said: unknown = await answer.json().catch(() => null)
    const { code, retryable } = (said ?? {}) as { code?: string; retryable?: boolean }
    throw new Problem(code ?? 'unreachable', retryable === true || answer.status >= 500 || [408, 429].includes(answer.status))
  }
}
