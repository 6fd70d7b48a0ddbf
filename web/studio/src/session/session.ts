/** Who is signed in: asked once, and again after signing in or out. */

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import type { components } from '../../../shared/api.generated'
import { keepCsrf } from '../api/client'
import { problemOf } from '../api/problem'

export type Session = components['schemas']['Session']

const PLACE = '/api/session'

async function call(method: 'GET' | 'POST' | 'DELETE', csrf = '', body?: object): Promise<Session> {
  const answer = await fetch(PLACE, {
    method,
    credentials: 'same-origin',
    headers: { ...(csrf ? { 'X-CSRF-Token': csrf } : {}), ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw await problemOf(answer)
  const session = (await answer.json()) as Session
  keepCsrf(session.csrf)
  return session
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => call('GET'),
  staleTime: Infinity,
  retry: 1,
})

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (who: { name: string; password: string }) => {
      // Asked anew: the token may have been of a session that is over.
      const { csrf } = await call('GET')
      return call('POST', csrf, who)
    },
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => call('DELETE', (await call('GET')).csrf),
    onSettled: async () => {
      // Nothing of what one person saw is left for the next.
      queries.clear()
      window.sessionStorage.clear()
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
      window.location.assign('/studio/')
    },
  })
}
