/** The one way to a playbook's draft: read it, write a file of it, and know what the check says while typing. */

import { keepPreviousData, type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'

import type { components } from '../../../shared/api.generated'
import { api, data } from '../api/client'
import { type Conflict, type File, Saver, type SaveState, type View } from './saver'

export type Draft = components['schemas']['Draft']
export type Finding = components['schemas']['Finding']
export type { Conflict, File, SaveState }
export type Texts = Readonly<Record<string, string>>

const CHECK_PAUSE = 400

export function draftQuery(name: string) {
  return queryOptions({
    queryKey: ['draft', name],
    queryFn: async () => data(await api.GET('/api/studio/playbooks/{name}/draft', { params: { path: { name } } })),
    // Who comes back to the page types over what others wrote meanwhile, and not over what stood there before.
    refetchOnWindowFocus: 'always' as const,
  })
}

/** The draft as the server has it, and `texts`: its files with what was typed since laid over them. */
export function useDraft(name: string) {
  const { data: draft, isPending, error, refetch } = useQuery(draftQuery(name))
  const { texts: typed } = useView(name)
  const texts = useMemo<Texts>(() => laidOver(draft?.files ?? [], typed), [draft, typed])
  return { draft, texts, isPending, error, refetch }
}

/** How to change a file (`null` deletes it), and how far saving is. */
export function useSaveFile(name: string) {
  const queries = useQueryClient()
  const saver = saverOf(queries, name)
  const view = useView(name)
  const save = useCallback(
    (path: string, text: string | null) => {
      const files = queries.getQueryData(draftQuery(name).queryKey)?.files ?? []
      const file = files.find((each) => each.path === path)
      if ((file?.text ?? null) !== text || path in saver.view().texts) saver.write(path, text, file?.revision ?? 0)
    },
    [queries, name, saver],
  )
  return { ...view, save, saveNow: saver.again, settle: saver.settle.bind(saver) }
}

/** What the check says of the draft as it is typed now, and with `over` laid over it; `fresh` while it is of these texts. */
export function useFindings(name: string, over: Readonly<Record<string, string | null>> = NOTHING) {
  const { draft } = useDraft(name)
  const { texts: typed } = useView(name)
  const laid = useMemo(() => ({ ...typed, ...over }), [typed, over])
  const [settled] = useDebouncedValue(laid, CHECK_PAUSE)
  const unsaved = Object.keys(settled).length > 0
  const { data: found } = useQuery({
    queryKey: ['check', name, settled],
    queryFn: async ({ signal }) =>
      data(
        await api.POST('/api/studio/playbooks/{name}/draft/check', {
          params: { path: { name } },
          body: { files: settled },
          signal,
        }),
      ),
    enabled: unsaved,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })
  const shown = unsaved && found ? found : draft
  return { findings: shown?.findings ?? NONE, publishable: shown?.publishable ?? false, fresh: settled === laid }
}

const NOTHING: Readonly<Record<string, string | null>> = {}
const NONE: readonly Finding[] = []

/** Files with texts laid over them; null takes a file away. */
export function laidOver(files: readonly Pick<File, 'path' | 'text'>[], over: View['texts']): Texts {
  const texts: Record<string, string> = Object.fromEntries(files.map((each) => [each.path, each.text]))
  for (const [path, text] of Object.entries(over)) {
    if (text === null) delete texts[path]
    else texts[path] = text
  }
  return texts
}

function useView(name: string): View {
  const saver = saverOf(useQueryClient(), name)
  useEffect(() => {
    // What waits goes at once when the page is left or come back to, and when the line is back.
    document.addEventListener('visibilitychange', saver.flush)
    window.addEventListener('online', saver.flush)
    return () => {
      document.removeEventListener('visibilitychange', saver.flush)
      window.removeEventListener('online', saver.flush)
    }
  }, [saver])
  return useSyncExternalStore(saver.subscribe, saver.view)
}

const savers = new Map<string, Saver>()

function saverOf(queries: QueryClient, name: string): Saver {
  const known = savers.get(name)
  if (known) return known
  const made = new Saver({
    send: (path, text, revision) => send(queries, name, path, text, revision),
    kept: window.localStorage,
    place: `dajeong:unsaved:${name}:`,
  })
  savers.set(name, made)
  return made
}

// A browser lets go with a closed page what is larger; it is sent when the page is opened again.
const MOST_KEPT_ALIVE = 60_000

/** Whether a text goes its way though the page closes. */
function outlives(text: string | null): boolean {
  return document.visibilityState === 'hidden' && new Blob([text ?? '']).size < MOST_KEPT_ALIVE
}

async function send(queries: QueryClient, name: string, path: string, text: string | null, revision: number) {
  const place = { params: { path: { name, path }, header: { 'If-Match': `"${revision}"` } }, keepalive: outlives(text) }
  const at = '/api/studio/playbooks/{name}/draft/files/{path}' as const
  const saved = text === null ? null : data(await api.PUT(at, { ...place, body: { text } }))
  const found = saved ?? data(await api.DELETE(at, place))
  const key = draftQuery(name).queryKey
  // An answer that is under way was given before this save.
  await queries.cancelQueries({ queryKey: key })
  const draft = queries.getQueryData(key)
  if (draft) {
    const others = draft.files.filter((each) => each.path !== path)
    const files = saved ? [...others, saved.file].sort((a, b) => (a.path < b.path ? -1 : 1)) : others
    queries.setQueryData(key, { ...draft, files, findings: found.findings, changed: found.changed, publishable: found.publishable })
  } else {
    // Unsaved text is sent as a page opens, perhaps before the draft has come: that is asked for anew.
    void queries.invalidateQueries({ queryKey: key })
  }
  return saved?.file.revision ?? 0
}
