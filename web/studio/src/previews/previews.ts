/** What the draft, as it is typed now, would answer: asked of the server once typing pauses. */

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'

import type { components } from '../../../shared/api.generated'
import { api, data } from '../api/client'
import { type Draft, useDraft } from '../draft/draft'

export type Preview = components['schemas']['Preview']
export type Seen = components['schemas']['Seen']
export type LookedAhead = components['schemas']['LookedAhead']
export type Unread = components['schemas']['Unread']

const PAUSE = 250

/** The files as they were typed but not kept yet: the server lays them over the draft it has. */
export function unsaved(draft: Draft | undefined, texts: Readonly<Record<string, string>>): Record<string, string | null> {
  const kept = new Map((draft?.files ?? []).map((each) => [each.path, each.text]))
  const over: Record<string, string | null> = {}
  for (const [path, text] of Object.entries(texts)) if (kept.get(path) !== text) over[path] = text
  for (const path of kept.keys()) if (!(path in texts)) over[path] = null
  return over
}

/** A short name for what all files say together: the same texts, the same name. */
export function digestOf(texts: Readonly<Record<string, string>>): string {
  // Two sums of 32 bits (FNV-1a and its mirror): enough to tell one person's drafts apart.
  let [one, other] = [0x811c9dc5, 0x9747b28c]
  for (const path of Object.keys(texts).sort()) {
    const text = `${path}\0${texts[path]}\0`
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      one = Math.imul(one ^ code, 0x01000193)
      other = Math.imul(other + code, 0x85ebca6b) ^ (other >>> 13)
    }
  }
  return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`
}

/** The draft as the server should look at it, once typing pauses; `digest` tells when it has become another one. */
export function useLaidOver(name: string, pause = PAUSE) {
  const { draft, texts } = useDraft(name)
  const now = useMemo(() => ({ over: unsaved(draft, texts), texts }), [draft, texts])
  const [settled] = useDebouncedValue(now, pause)
  const digest = useMemo(() => digestOf(settled.texts), [settled])
  return { ready: draft !== undefined, over: settled.over, digest }
}

interface Asked {
  sentences?: readonly string[]
  /** A scenario; null for the first one a customer is shown, empty to read it from each sentence. */
  about?: string | null
}

/** The previews, the newest that could be made; `unread` while a file cannot be read. */
export function usePreviews(name: string, { sentences = [], about = null }: Asked = {}) {
  const { ready, over, digest } = useLaidOver(name)
  const { data: found, error, isFetching } = useQuery({
    queryKey: ['previews', name, digest, sentences, about],
    queryFn: async ({ signal }) =>
      data(
        await api.POST('/api/studio/playbooks/{name}/previews', {
          params: { path: { name } },
          body: { files: over, sentences: [...sentences], about },
          signal,
        }),
      ),
    enabled: ready,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    retry: 1,
  })
  const [good, setGood] = useState<LookedAhead>()
  useEffect(() => {
    if (found && !found.unread) setGood(found)
  }, [found])
  return { found: found?.unread ? good : (found ?? good), unread: found?.unread ?? null, error, isFetching }
}

/** Sentences a designer tries again and again, kept in this browser; none of them: those that come with the product. */
export function useOwnSentences(name: string) {
  const place = `dajeong:sentences:${name}`
  const [sentences, setSentences] = useState<readonly string[]>(() => kept(place))
  return {
    sentences,
    keep: (news: readonly string[]) => {
      const some = news.map((each) => each.trim()).filter(Boolean)
      if (some.length) window.localStorage.setItem(place, JSON.stringify(some))
      else window.localStorage.removeItem(place)
      setSentences(some)
    },
  }
}

function kept(place: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(window.localStorage.getItem(place) ?? '[]')
    return Array.isArray(found) ? found.filter((each): each is string => typeof each === 'string').slice(0, 30) : []
  } catch {
    return []
  }
}
