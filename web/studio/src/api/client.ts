/** Calls of the server, typed by its own description. */

import createClient, { type Middleware } from 'openapi-fetch'

import type { paths } from '../../../shared/api.generated'
import { problemOf } from './problem'

const SAFE = ['GET', 'HEAD']
// Somebody signed in from another tab meanwhile: the token this tab holds is of the session before.
const STALE = 'not_from_our_page'
let csrf = ''
let reader = ''
let signedOut: () => void = () => undefined

/** Keep the token that goes with whatever changes something. */
export function keepCsrf(token: string): void {
  csrf = token
}

/** Say what language is read here: the server tells remarks in it, whatever language the playbook speaks. */
export function keepReader(language: string): void {
  reader = language
}

/** Say what happens when the server no longer knows who we are. */
export function whenSignedOut(then: () => void): void {
  signedOut = then
}

/** What was sent to change something, by call: a second try needs the body again. */
const sent = new Map<string, Request>()

const guard: Middleware = {
  onRequest({ request, id }) {
    if (reader !== '') request.headers.set('Accept-Language', reader)
    if (!SAFE.includes(request.method)) {
      request.headers.set('X-CSRF-Token', csrf)
      sent.set(id, request.clone())
    }
    return request
  },
  async onResponse({ response, schemaPath, id }) {
    const first = sent.get(id)
    sent.delete(id)
    if (response.ok) return
    const problem = await problemOf(response)
    if (first && problem.code === STALE) return await sentAgain(first)
    if (response.status === 401 && schemaPath !== '/api/session') signedOut()
    throw problem
  },
}

async function sentAgain(request: Request): Promise<Response> {
  const session = (await (await fetch(new URL('/api/session', request.url))).json()) as { csrf: string }
  keepCsrf(session.csrf)
  request.headers.set('X-CSRF-Token', session.csrf)
  const answer = await fetch(request)
  if (!answer.ok) throw await problemOf(answer)
  return answer
}

export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })
api.use(guard)

/** The data of an answer; what is not fine has been thrown before. */
export function data<T>(answer: { data?: T }): T {
  return answer.data as T
}
