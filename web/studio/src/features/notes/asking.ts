/** Notes and handed-out pages, read and written. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import type { components } from '../../../../shared/api.generated'
import { api, data } from '../../api/client'
import { useWords } from '../../words/words'

export type ShownNote = components['schemas']['ShownNote']
export type Quoted = components['schemas']['Quoted']
export type NoteText = components['schemas']['NoteText']
export type Quote = components['schemas']['Quote']
export type Place = components['schemas']['NotedPlace']
export type Handout = components['schemas']['Handout']
export const KINDS = ['interview', 'observation', 'idea'] as const

/** All notes, or those about a conversation, or about a scenario and its steps. */
export function useNotes(about: { conversation?: string; playbook?: string; scenario?: string } = {}) {
  return useQuery({
    queryKey: ['notes', about],
    queryFn: async () => data(await api.GET('/api/studio/notes', { params: { query: about } })).notes,
  })
}

/** Those of the notes that are about one step. */
export function aboutStep(notes: readonly ShownNote[], at: Required<Place>): ShownNote[] {
  return notes.filter(({ note }) => note.places.some((each) => each.playbook === at.playbook && each.scenario === at.scenario && each.step === at.step))
}

/** Keeps a note: a new one, or over the revision that was seen. */
export function useKeepNote() {
  const queries = useQueryClient()
  const { language } = useWords()
  return useMutation({
    mutationFn: async ({ text, over }: { text: NoteText; over?: ShownNote['note'] }) => {
      if (!over) return data(await api.POST('/api/studio/notes', { params: { query: { language } }, body: text }))
      const seen = { path: { id: over.id }, query: { language }, header: { 'If-Match': `"${over.revision}"` } }
      return data(await api.PUT('/api/studio/notes/{id}', { params: seen, body: text }))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['notes'] }),
  })
}

/** Keeps that somebody has looked at a note of a forgotten customer: it may stay, or its words go for good. */
export function useLookedAt() {
  const queries = useQueryClient()
  const { language } = useWords()
  return useMutation({
    mutationFn: async ({ note: { id, revision }, blank }: { note: ShownNote['note']; blank: boolean }) => {
      const seen = { path: { id }, query: { language }, header: { 'If-Match': `"${revision}"` } }
      return data(await api.POST('/api/studio/notes/{id}/looked', { params: seen, body: { blank } }))
    },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['notes'] }), queries.invalidateQueries({ queryKey: ['home'] })]),
  })
}

export function useRemoveNote() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, revision }: ShownNote['note']) =>
      api.DELETE('/api/studio/notes/{id}', { params: { path: { id }, header: { 'If-Match': `"${revision}"` } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['notes'] }),
  })
}

export function useHandouts() {
  return useQuery({
    queryKey: ['handouts'],
    queryFn: async () => data(await api.GET('/api/studio/handouts')).handouts,
  })
}

export function useGive() {
  const queries = useQueryClient()
  const { language } = useWords()
  return useMutation({
    mutationFn: async (body: components['schemas']['NewHandout']) =>
      data(await api.POST('/api/studio/handouts', { params: { query: { language } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['handouts'] }),
  })
}

export function useTakeBack() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => api.DELETE('/api/studio/handouts/{id}', { params: { path: { id } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['handouts'] }),
  })
}

/** What a note says, without what keeping it adds. */
export function textOf({ note }: ShownNote): NoteText {
  const { kind, title, text, places, conversations, quotes } = note
  return { kind, title, text, places, conversations, quotes }
}
