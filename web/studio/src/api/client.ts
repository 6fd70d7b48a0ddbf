/** Calls of the server, typed by its own description. */

import createClient, { type Middleware } from 'openapi-fetch'

import type { paths } from '../../../shared/api.generated'
import { problemOf } from './problem'

const SAFE = ['GET', 'HEAD']
let csrf = ''
let signedOut: () => void = () => undefined

/** Keep the token that goes with whatever changes something. */
export function keepCsrf(token: string): void {
  csrf = token
}

/** Say what happens when the server no longer knows who we are. */
export function whenSignedOut(then: () => void): void {
  signedOut = then
}

const guard: Middleware = {
  onRequest({ request }) {
    if (!SAFE.includes(request.method)) request.headers.set('X-CSRF-Token', csrf)
    return request
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok) return
    const problem = await problemOf(response)
    if (response.status === 401 && schemaPath !== '/api/session') signedOut()
    throw problem
  },
}

export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })
api.use(guard)

/** The data of an answer; what is not fine has been thrown before. */
export function data<T>(answer: { data?: T }): T {
  return answer.data as T
}
