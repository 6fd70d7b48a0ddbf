import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Api } from '../app/chat/api'
import { FIRST, LONGEST, pause } from '../app/chat/pause'
import { SILENCE, Stream } from '../app/chat/stream'
import { theirs } from './examples'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Answer = (asked: { position: string; signal: AbortSignal }) => Promise<Response>

function follow(...answers: Answer[]) {
  const heard: number[] = []
  const asked: string[] = []
  const lines: boolean[] = []
  const gone: string[] = []
  const api = new Api((async (_path: string, request: RequestInit) => {
    const position = (request.headers as Record<string, string>)['Last-Event-ID'] ?? ''
    asked.push(position)
    const answer = answers.shift()
    if (!answer) return new Promise(() => undefined)
    return answer({ position, signal: request.signal as AbortSignal })
  }) as typeof fetch)
  const stream = new Stream(api, { conversation: 'c', token: 't' }, {
    position: () => heard.at(-1) ?? 0,
    event: (event) => void heard.push(event.position),
    connected: (standing) => void lines.push(standing),
    gone: (code) => void gone.push(code),
  })
  stream.start()
  return { heard, asked, lines, gone, stream }
}

function lines(...positions: number[]): string {
  return positions.map((at) => `id: ${at}\nevent: message\ndata: ${JSON.stringify(theirs(at))}\n\n`).join('')
}

test('after a break the stream goes on from the last event it heard', async () => {
  const { heard, asked, lines: standing } = follow(
    async () => new Response(lines(2, 5)),
    async () => Promise.reject(new TypeError('network')),
    async () => new Response(lines(8)),
  )
  await vi.advanceTimersByTimeAsync(10_000)
  expect(heard).toEqual([2, 5, 8])
  expect(asked.slice(0, 4)).toEqual(['0', '5', '5', '8'])
  expect(standing).toContain(false)
})

test('a line that has gone silent is given up and made anew', async () => {
  const silent: Answer = ({ signal }) =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          start: (control) => signal.addEventListener('abort', () => control.error(new DOMException('', 'AbortError'))),
        }),
      ),
    )
  const { heard } = follow(silent, async () => new Response(lines(2)))
  await vi.advanceTimersByTimeAsync(SILENCE - 1)
  expect(heard).toEqual([])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(heard).toEqual([2])
})

test('a conversation that is not ours is not asked for again', async () => {
  const refusal = JSON.stringify({ code: 'not_your_conversation', message: '', retryable: false })
  const { asked, gone } = follow(async () => new Response(refusal, { status: 404 }))
  await vi.advanceTimersByTimeAsync(60_000)
  expect([asked.length, gone]).toEqual([1, ['not_your_conversation']])
})

test('pauses grow, end somewhere, and differ from customer to customer', () => {
  expect(pause(1, () => 1)).toBe(FIRST)
  expect(pause(3, () => 1)).toBe(FIRST * 4)
  expect(pause(50, () => 1)).toBe(LONGEST)
  expect(pause(3, () => 0)).toBeLessThan(pause(3, () => 0.5))
})
