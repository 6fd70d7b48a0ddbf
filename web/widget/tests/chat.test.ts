import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Api } from '../app/chat/api'
import { Chat } from '../app/chat/chat'
import type { ChatEvent } from '../app/chat/events'
import { Memory, pageStorage } from '../app/chat/memory'
import { theirs, written } from './examples'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server in a few lines: what it keeps, and a line that says it. */
class Server {
  opened = 0
  closed = false
  events: ChatEvent[] = []
  down = false
  known = new Set<string>()
  private lines: ((event: ChatEvent) => void)[] = []

  say(event: ChatEvent): void {
    this.events.push(event)
    this.lines.forEach((line) => line(event))
  }

  fetch = (async (path: string, request: RequestInit): Promise<Response> => {
    if (this.down) throw new TypeError('network')
    if (path.endsWith('/conversations')) return this.open()
    const conversation = path.split('/')[4] ?? ''
    if (!this.known.has(conversation)) return this.refuse(404, 'not_your_conversation')
    if (path.endsWith('/events')) return this.follow(Number((request.headers as Record<string, string>)['Last-Event-ID']), request)
    if (request.method === 'GET') return Response.json({ events: this.events })
    if (this.closed) return this.refuse(409, 'conversation_closed')
    const { message, text } = JSON.parse(request.body as string) as { message: string; text: string }
    this.say({ ...written(this.events.length + 1, message), text })
    return Response.json({ message, version: 1, repeated: false })
  }) as typeof fetch

  private open(): Response {
    const conversation = `c${++this.opened}`
    this.known.add(conversation)
    this.events = [theirs(1)]
    return Response.json({ conversation, token: 't', language: 'ko', events: this.events })
  }

  private refuse(status: number, code: string): Response {
    return Response.json({ code, message: '', retryable: false }, { status })
  }

  private follow(after: number, request: RequestInit): Response {
    const encode = (event: ChatEvent) => new TextEncoder().encode(`event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`)
    const body = new ReadableStream<Uint8Array>({
      start: (control) => {
        this.events.filter((event) => event.position > after).forEach((event) => control.enqueue(encode(event)))
        const line = (event: ChatEvent): void => control.enqueue(encode(event))
        this.lines.push(line)
        request.signal?.addEventListener('abort', () => {
          this.lines = this.lines.filter((each) => each !== line)
          control.error(new DOMException('', 'AbortError'))
        })
      },
    })
    return new Response(body)
  }
}

function open(server: Server, memory = new Memory(pageStorage(), 'parcel')): Chat {
  return new Chat(new Api(server.fetch), memory, { playbook: 'parcel', language: 'ko', customer: null })
}

const soon = () => vi.advanceTimersByTimeAsync(3_000)
const texts = (chat: Chat) => chat.shown.thread.messages.map((each) => each.text)

test('a conversation is opened by the first look, and only once', async () => {
  const server = new Server()
  const chat = open(server)
  await chat.begin()
  expect(server.opened).toBe(0)
  void chat.look(true)
  void chat.look(false)
  await chat.look(true)
  await soon()
  expect([server.opened, chat.shown.phase, texts(chat).length]).toEqual([1, 'ready', 1])
})

test('what was written before the server could be reached arrives when it can', async () => {
  const server = new Server()
  server.down = true
  const chat = open(server)
  void chat.look(true)
  chat.send('택배가 안 와요')
  await soon()
  expect(chat.shown.phase).toBe('trouble')
  server.down = false
  await vi.advanceTimersByTimeAsync(30_000)
  expect(texts(chat).at(-1)).toBe('택배가 안 와요')
  expect([server.opened, chat.shown.letters]).toEqual([1, []])
})

test('a conversation the server no longer knows is begun anew with what was not sent', async () => {
  const server = new Server()
  const memory = new Memory(pageStorage(), 'parcel')
  memory.key = { conversation: 'long-ago', token: 't' }
  memory.keepLetter({ id: 'one', text: '아직 못 보낸 말', choice: null, state: 'waiting', failures: 1, code: null, at: 1 })
  const chat = open(server, memory)
  await chat.begin()
  await chat.look(true)
  await soon()
  expect(memory.key?.conversation).toBe('c1')
  expect(texts(chat).at(-1)).toBe('아직 못 보낸 말')
})

test('what came too late for a closed conversation goes back to the writing field of the next', async () => {
  const server = new Server()
  const chat = open(server)
  await chat.look(true)
  server.closed = true
  chat.send('하나만 더요')
  server.say({ kind: 'closed', position: 9 })
  await soon()
  expect(chat.shown.letters.map((each) => [each.state, each.code])).toEqual([['refused', 'conversation_closed']])
  server.closed = false
  await chat.startNew()
  await soon()
  expect([server.opened, chat.shown.thread.closed, chat.memory.draft]).toEqual([2, false, '하나만 더요'])
  expect(chat.shown.letters).toEqual([])
})

test('words that were deleted disappear from the screen', async () => {
  const server = new Server()
  const chat = open(server)
  await chat.look(true)
  chat.send('지워 주세요')
  await soon()
  server.events = server.events.map((event) => (event.kind === 'message' ? { ...event, text: '' } : event))
  server.say({ kind: 'forgotten', position: 9 })
  await soon()
  expect([new Set(texts(chat)), chat.shown.thread.forgotten]).toEqual([new Set(['']), true])
})

test('replies are counted as unread until somebody looks', async () => {
  const server = new Server()
  const chat = open(server)
  await chat.look(true)
  await chat.look(false)
  server.say(theirs(5))
  server.say(theirs(6))
  await soon()
  expect(chat.shown.unread).toBe(2)
  await chat.look(true)
  expect(chat.shown.unread).toBe(0)
})

test('an answer that does not come is no longer announced after a while', async () => {
  const server = new Server()
  const chat = open(server)
  await chat.look(true)
  chat.send('여보세요')
  await soon()
  server.say({ kind: 'typing', position: 2 })
  await soon()
  expect(chat.shown.thread.typing).toBe(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(chat.shown.thread.typing).toBe(false)
})
