/** Plays a try against the draft as it is typed now, and again whenever a line or a text changes. */

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'

import type { components } from '../../../../shared/api.generated'
import { api, data } from '../../api/client'
import { type Draft, draftQuery, type Texts, useDraft } from '../../draft/draft'
import { type Line, type Script, sentScript } from './lines'

type Schemas = components['schemas']
export type Tried = Schemas['Tried']
export type Came = Schemas['Came']
export type Reply = Schemas['AssistantReplied']
export type EveryFeeling = Schemas['EveryFeeling']
export type HeldStory = Schemas['HeldStory']
export type Action = Schemas['Action']
export type Over = Readonly<Record<string, string | null>>

// The hand rests for a moment; a try itself takes a few hundredths of a second.
const PAUSE = 250
const NOTHING: Over = {}

/** What differs from the saved draft: what was typed and is under way, and what an editor lays over it. */
export function unsaved(draft: Pick<Draft, 'files'> | undefined, texts: Texts, files: Over): Over {
  if (!draft) return files
  const kept = Object.fromEntries(draft.files.map((each) => [each.path, each.text]))
  const typed = Object.keys({ ...kept, ...texts }).filter((path) => kept[path] !== texts[path])
  return { ...Object.fromEntries(typed.map((path) => [path, texts[path] ?? null])), ...files }
}

/** The draft to try: its name, its unsaved texts, and a key that changes whenever the draft does. */
export function useDraftToTry(playbook: string, files: Over = NOTHING) {
  const { draft, texts, error, refetch } = useDraft(playbook)
  const over = useMemo(() => unsaved(draft, texts, files), [draft, texts, files])
  const [settled] = useDebouncedValue(over, PAUSE)
  const key = useMemo(() => `${draft?.files.map((each) => `${each.path}@${each.revision}`).join(' ')} ${JSON.stringify(settled)}`, [draft, settled])
  return { ready: draft !== undefined, untried: draft?.tried_at === null, files: settled, key, error, refetch }
}

type DraftToTry = ReturnType<typeof useDraftToTry>

/** The try of these lines. `lines` are those the answer is of; `last` is the newest try that could be played. */
export function useTry(playbook: string, draft: DraftToTry, script: Script) {
  const asked = sentScript(script)
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: ['try', playbook, draft.key, asked],
    queryFn: async ({ signal }) => {
      const answer = data(
        await api.POST('/api/studio/playbooks/{name}/tries', {
          params: { path: { name: playbook } },
          body: { files: draft.files, ...asked },
          signal,
        }),
      )
      // From the first try on the draft says so: the first steps count it.
      if (draft.untried && answer.tried?.came.length) void queries.invalidateQueries({ queryKey: draftQuery(playbook).queryKey })
      return { ...answer, lines: script.lines, draft: draft.key }
    },
    enabled: draft.ready,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  })
  const good = useRef<typeof found.data>(undefined)
  if (found.data?.tried) good.current = found.data
  return { ...found, shown: good.current, findings: found.data?.findings ?? [] }
}

/** The lines whose answers the newest change of the draft has changed. */
export function useRewritten(shown: { tried?: Tried | null; lines: readonly Line[]; draft: string } | undefined) {
  const before = useRef<{ said: string[]; lines: readonly Line[]; draft: string }>(undefined)
  const [rewritten, setRewritten] = useState<ReadonlySet<number>>(new Set())
  useEffect(() => {
    if (!shown?.tried) return
    const said = shown.tried.came.map((each) => repliesOf(each).map((reply) => reply.text).join('\n'))
    const old = before.current
    if (old && old.draft !== shown.draft) {
      const changed = said.flatMap((text, n) => (n in old.said && same(old.lines[n], shown.lines[n]) && old.said[n] !== text ? [n] : []))
      // What is saved a moment later says the same: the marks of the typing stay.
      if (changed.length) setRewritten(new Set(changed))
    } else if (old && old.lines !== shown.lines) setRewritten(new Set())
    before.current = { said, lines: shown.lines, draft: shown.draft }
  }, [shown])
  return rewritten
}

export function same(a: Line | undefined, b: Line | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

export function repliesOf(came: Came): Reply[] {
  return came.lines.flatMap((line) => (line.by === 'assistant' ? [line.reply] : []))
}

/** The answers to the last words for every feeling. */
export function useEveryFeeling(playbook: string, draft: DraftToTry, script: Script, strength: number | null) {
  const asked = sentScript(script)
  return useQuery({
    queryKey: ['feelings', playbook, draft.key, asked, strength],
    queryFn: async ({ signal }) =>
      data(
        await api.POST('/api/studio/playbooks/{name}/tries/feelings', {
          params: { path: { name: playbook } },
          body: { files: draft.files, ...asked, strength },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}

/** Keeps a try as a story of the draft. */
export function useKeepStory(playbook: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ title, script, files, path }: { title: string; script: Script; files: Over; path?: string }) =>
      data(
        await api.POST('/api/studio/playbooks/{name}/tries/story', {
          params: { path: { name: playbook } },
          body: { title, files, path, ...sentScript(script) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: draftQuery(playbook).queryKey }),
  })
}

/** How the stories of the draft go with it as it is typed now. */
export function useStories(playbook: string, draft: DraftToTry) {
  return useQuery({
    queryKey: ['stories', playbook, draft.key],
    queryFn: async ({ signal }) =>
      data(
        await api.POST('/api/studio/playbooks/{name}/tries/stories', {
          params: { path: { name: playbook } },
          body: { files: draft.files },
          signal,
        }),
      ),
    enabled: draft.ready,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  })
}
