/** What the server says of the intents as they are typed now: overlaps, one sentence, missing examples. */

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { components } from '../../../../shared/api.generated'
import { api, data } from '../../api/client'
import { useDraft, useSaveFile } from '../../draft/draft'

export type Check = components['schemas']['IntentCheck']
export type Weak = components['schemas']['WeakExample']
export type Sentence = components['schemas']['Sentence']
export type Suggestion = components['schemas']['Suggestion']

// A check takes seconds of the server's time; a sentence takes none worth naming.
const CHECK_PAUSE = 1_200
const SENTENCE_PAUSE = 300
const LOOK_AGAIN = 10_000

/** The texts not saved yet, and what names the examples they stand on. */
function useTyped(playbook: string) {
  const { draft } = useDraft(playbook)
  const { texts } = useSaveFile(playbook)
  return useMemo(() => {
    const ours = (path: string) => /^(intents|answers|playbook)\b/.test(path)
    const files = Object.fromEntries(Object.entries(texts).filter(([path]) => ours(path)))
    const kept = (draft?.files ?? []).filter((each) => ours(each.path)).map((each) => `${each.path} ${each.revision}`)
    return { files, key: `${kept.join('\n')}\n${JSON.stringify(files)}` }
  }, [draft, texts])
}

/** Which intents steal from each other. `asks`: only then is it asked, what was answered before is there either way. */
export function useCheck(playbook: string, asks: boolean) {
  const [typed] = useDebouncedValue(useTyped(playbook), CHECK_PAUSE)
  return useQuery({
    queryKey: ['intent-check', playbook, typed.key],
    queryFn: async ({ signal }) =>
      data(
        await api.POST('/api/studio/playbooks/{name}/intents/check', {
          params: { path: { name: playbook } },
          body: { files: typed.files },
          signal,
        }),
      ),
    enabled: asks,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}

export function useSentence(playbook: string, text: string) {
  const typed = useTyped(playbook)
  const [asked] = useDebouncedValue(text.trim(), SENTENCE_PAUSE)
  return useQuery({
    queryKey: ['intent-sentence', playbook, typed.key, asked],
    queryFn: async ({ signal }) => {
      const said = await api.POST('/api/studio/playbooks/{name}/intents/sentence', {
        params: { path: { name: playbook } },
        body: { files: typed.files, text: asked },
        signal,
      })
      return { text: asked, ...data(said) }
    },
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  })
}

export function useSuggestions(playbook: string) {
  return useQuery({
    queryKey: ['intent-suggestions', playbook],
    queryFn: async () =>
      data(await api.GET('/api/studio/playbooks/{name}/intents/suggestions', { params: { path: { name: playbook } } })).suggestions,
    staleTime: 60_000,
    // The queue follows the log: what was said just now comes a little later.
    refetchInterval: ({ state }) => (state.data?.length ? false : LOOK_AGAIN),
  })
}
