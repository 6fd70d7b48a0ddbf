/** What the pages of rehearsals ask the server. */

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import type { components } from '../../../../shared/api.generated'
import { api, data } from '../../api/client'
import { draftQuery } from '../../draft/draft'
import type { Asked } from './asked'

type Schemas = components['schemas']
export type Run = Schemas['RehearsalStanding']
export type Shown = Schemas['RehearsalShown']
export type Summary = Schemas['RehearsalSummary']
export type Spot = Schemas['Spot']
export type Played = Schemas['Played']
export type Whole = Schemas['PlayedWhole']
export type Cast = Schemas['Cast']
export type Comparison = Schemas['RehearsalComparison']
export type Verdict = Schemas['Verdict']['name']

const PLACE = '/api/studio/playbooks/{name}'
const RUNS = `${PLACE}/rehearsals` as const
/** How often a rehearsal that is played is looked at, in milliseconds. */
const LOOK = 1_000

export function isOver(run: Pick<Run, 'state'>): boolean {
  return run.state !== 'waiting' && run.state !== 'running'
}

export function runsQuery(name: string) {
  return queryOptions({
    queryKey: ['rehearsals', name],
    queryFn: async () => data(await api.GET(RUNS, { params: { path: { name } } })),
    refetchInterval: ({ state }) => (state.data?.some((each) => !isOver(each)) ? LOOK : false),
  })
}

export function runQuery(name: string, id: string) {
  return queryOptions({
    queryKey: ['rehearsal', name, id],
    queryFn: async () => data(await api.GET(`${RUNS}/{id}`, { params: { path: { name, id } } })),
    refetchInterval: ({ state }) => (state.data && !isOver(state.data.run) ? LOOK : false),
  })
}

/** `done`: while a rehearsal goes on there are more of them every second. */
export function playedQuery(name: string, id: string, asked: Asked, from: number, done: number) {
  return queryOptions({
    queryKey: ['rehearsal', name, id, 'conversations', asked, from, done],
    queryFn: async () =>
      data(
        await api.GET(`${RUNS}/{id}/conversations`, {
          params: { path: { name, id }, query: { ...(asked as { verdict?: Verdict }), from } },
        }),
      ),
    placeholderData: (before) => before,
  })
}

export function wholeQuery(name: string, id: string, number: number) {
  return queryOptions({
    queryKey: ['rehearsal', name, id, 'conversation', number],
    queryFn: async () => data(await api.GET(`${RUNS}/{id}/conversations/{number}`, { params: { path: { name, id, number } } })),
    staleTime: Infinity,
  })
}

/** `stamp` names what the draft holds: with other files there are others. */
export function castQuery(name: string, stamp: string) {
  return queryOptions({
    queryKey: ['customers', name, stamp],
    queryFn: async () => data(await api.GET(`${PLACE}/customers`, { params: { path: { name } } })),
    placeholderData: (before) => before,
  })
}

export function comparisonQuery(name: string, id: string, before: string) {
  return queryOptions({
    queryKey: ['rehearsal', name, id, 'compare', before],
    queryFn: async () => data(await api.GET(`${RUNS}/{id}/compare/{before}`, { params: { path: { name, id, before } } })),
    enabled: before !== '',
    staleTime: Infinity,
  })
}

export function useRehearsals(name: string) {
  const queries = useQueryClient()
  const changed = () => void queries.invalidateQueries({ queryKey: ['rehearsals', name] })
  const start = useMutation({
    mutationFn: async (body: { customers: number; seed: number; of: string }) => data(await api.POST(RUNS, { params: { path: { name } }, body })),
    onSuccess: changed,
  })
  const stop = useMutation({
    mutationFn: async (id: string) => data(await api.POST(`${RUNS}/{id}/stop`, { params: { path: { name, id } } })),
    onSuccess: (run) => (changed(), void queries.invalidateQueries({ queryKey: ['rehearsal', name, run.id] })),
  })
  const remove = useMutation({
    mutationFn: async (id: string) => void (await api.DELETE(`${RUNS}/{id}`, { params: { path: { name, id } } })),
    onSuccess: changed,
  })
  const story = useMutation({
    mutationFn: async ({ id, number }: { id: string; number: number }) =>
      data(await api.POST(`${RUNS}/{id}/conversations/{number}/story`, { params: { path: { name, id, number } } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: draftQuery(name).queryKey })
      void queries.invalidateQueries({ queryKey: ['stories', name] })
    },
  })
  return { start, stop, remove, story }
}
