/** What the page asks the server: history, comparisons, and everything that puts a version in force. */

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import type { components } from '../../../../shared/api.generated'
import { api, data } from '../../api/client'
import { type Draft, draftQuery } from '../../draft/draft'
import type { Language } from '../../words/words'
import { type Remembered, remembered } from './remembered'

export type History = components['schemas']['VersionHistory']
export type RememberedHistory = Pick<History, 'share'> & { versions: Remembered[] }
export type Published = components['schemas']['Published']
export type Change = components['schemas']['Change']
export type Comparison = components['schemas']['Comparison']

const PLACE = '/api/studio/playbooks/{name}'

function asRemembered({ share, versions }: History): RememberedHistory {
  return { share, versions: remembered(versions) }
}

/** Undone ways back are folded away: see `remembered`. */
export function historyQuery(name: string) {
  return queryOptions({
    queryKey: ['versions', name],
    queryFn: async () => data(await api.GET(`${PLACE}/versions`, { params: { path: { name } } })),
    select: asRemembered,
    // Who goes back from a page that was left open leaves what is in use now, not what was.
    refetchOnWindowFocus: 'always' as const,
  })
}

/** `stamp` names what the draft holds: with another text it is another comparison. */
export function compareQuery(name: string, before: string, after: string, language: Language, stamp = '') {
  return queryOptions({
    queryKey: ['compare', name, before, after, language, stamp],
    queryFn: async () =>
      data(await api.GET(`${PLACE}/compare`, { params: { path: { name }, query: { before, after, language } } })),
    staleTime: Infinity,
  })
}

/** The revisions of a draft in one word. */
export function stampOf(draft: Draft): string {
  return draft.files.map((each) => `${each.path}@${each.revision}`).join(' ')
}

export function useVersions(name: string) {
  const queries = useQueryClient()
  const params = { path: { name } }
  const told = (history: History) => {
    queries.setQueryData(historyQuery(name).queryKey, history)
    void queries.invalidateQueries({ queryKey: draftQuery(name).queryKey })
    void queries.invalidateQueries({ queryKey: ['playbooks'] })
    void queries.invalidateQueries({ queryKey: ['home'] })
  }
  const publish = useMutation({
    mutationFn: async ({ draft, note, percent }: { draft: Draft; note: string; percent: number }) => {
      const revisions = Object.fromEntries(draft.files.map((each) => [each.path, each.revision]))
      return data(await api.POST(`${PLACE}/publish`, { params, body: { note, percent, revisions } }))
    },
    onSuccess: told,
    onError: () => {
      void queries.invalidateQueries({ queryKey: draftQuery(name).queryKey })
      void queries.invalidateQueries({ queryKey: historyQuery(name).queryKey })
    },
  })
  const putInForce = useMutation({
    mutationFn: async ({ version, note, recall }: { version: string; note: string; recall?: string }) => {
      const at = { path: { name, version } }
      const body = { note, recall: recall ?? null }
      return data(await api.POST(`${PLACE}/versions/{version}/put-in-force`, { params: at, body }))
    },
    onSuccess: told,
  })
  const share = useMutation({
    mutationFn: async (second: { version: string; percent: number } | null) =>
      data(second ? await api.PUT(`${PLACE}/share`, { params, body: second }) : await api.DELETE(`${PLACE}/share`, { params })),
    onSuccess: told,
  })
  const discard = useMutation({
    mutationFn: async () => data(await api.POST(`${PLACE}/draft/discard`, { params })),
    onSuccess: ({ draft }) => queries.setQueryData(draftQuery(name).queryKey, draft),
  })
  return { publish, putInForce, share, discard }
}
