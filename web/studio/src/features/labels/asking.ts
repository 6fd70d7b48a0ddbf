/** The labelling queue and the labels given to it, asked of the server. */

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { api, data } from '../../api/client'
import { Problem } from '../../api/problem'
import type { Asked } from './asked'
import { type Item, type Label, placeOf } from './label'

/** How many are fetched at once: the next one is there when one is settled. */
const AT_ONCE = 10

export function queueQuery({ reason }: Asked) {
  return queryOptions({
    queryKey: ['labels', 'queue', reason ?? ''],
    queryFn: async () => data(await api.GET('/api/learning/queue', { params: { query: { limit: AT_ONCE, ...(reason && { reason }) } } })),
    // Somebody else may have settled them meanwhile, and what was just corrected comes a few seconds later.
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.items.length === 0 ? 5_000 : false),
  })
}

/** How many wait in all. */
export const waitingQuery = queryOptions({
  queryKey: ['labels', 'waiting'],
  queryFn: async () => data(await api.GET('/api/learning/queue', { params: { query: { limit: 1 } } })).total,
  staleTime: 60_000,
})

/** Puts a label, or takes it back: then the message comes as it is now, or nothing where it is gone. */
export function useSettle() {
  const queries = useQueryClient()
  const onSettled = () => void queries.invalidateQueries({ queryKey: ['labels'] })
  const put = useMutation({
    mutationFn: ({ item: { conversation, version }, label }: { item: Item; label: Label }) =>
      api.PUT('/api/learning/messages/{conversation}/{version}/label', { params: { path: { conversation, version } }, body: label }),
    onSettled,
  })
  const takeBack = useMutation({
    mutationFn: async (key: string) => {
      const params = { path: placeOf(key) }
      // Who took it back in another tab has done the same.
      await api.DELETE('/api/learning/messages/{conversation}/{version}/label', { params }).catch(unlessGone)
      return (await api.GET('/api/learning/messages/{conversation}/{version}', { params }).catch(unlessGone))?.data
    },
    onSettled,
  })
  return { put, takeBack }
}

/** The message, or the label, is no longer there. */
export function isGone(problem: unknown): boolean {
  return problem instanceof Problem && problem.code === 'nothing_to_label'
}

function unlessGone(problem: unknown): undefined {
  if (!isGone(problem)) throw problem
}
