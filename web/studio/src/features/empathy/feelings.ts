/** The table of feelings as the draft has it, asked of the server once typing pauses, and what of it is known before. */

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'

import type { components } from '../../../../shared/api.generated'
import { api, data } from '../../api/client'
import { useLaidOver } from '../../previews/previews'
import type { Emotion } from '../../words/feelings'
import { EMPATHY, ownPolicy } from './empathy_file'
import type { Policy } from './moves'

export type Row = components['schemas']['Row']
export type Table = components['schemas']['FeelingsTable']
export type Cell = components['schemas']['Cell']
export type Column = Cell['column']

/** What is being looked at: a cell of the table, or a policy that needs more than a feeling. */
export type Chosen = { emotion: Emotion; column: Column } | { special: string }

export function cellKey(emotion: Emotion, column: Column): string {
  return `${emotion}.${column}`
}

/** The table; the team's own policies are as their file has them at this moment, ahead of the server. */
export function useFeelings(name: string, text: string) {
  const { ready, over, digest } = useLaidOver(name)
  const { data: found, error, refetch } = useQuery({
    queryKey: ['feelings', name, digest],
    queryFn: async ({ signal }) =>
      data(await api.POST('/api/studio/playbooks/{name}/feelings', { params: { path: { name } }, body: { files: over }, signal })),
    enabled: ready,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    retry: 1,
  })
  const [good, setGood] = useState<Table>()
  useEffect(() => {
    if (found?.table) setGood(found.table)
  }, [found])
  const server = found?.table ?? good
  const table = useMemo(() => server && asWritten(server, text), [server, text])
  return { table, unread: found?.unread ?? null, error, refetch }
}

/** The server's table with the team's own policies as the file has them now. */
export function asWritten(table: Table, text: string): Table {
  return {
    ...table,
    policies: table.policies.map((row) => {
      const now = row.own ? ownPolicy(text, row.policy.id) : undefined
      return now ? { ...row, policy: { ...row.policy, ...now } as Policy } : row
    }),
  }
}

export function rowOf(table: Table, id: string | null | undefined): Row | undefined {
  return table.policies.find((each) => each.policy.id === id)
}

/** The cells a policy answers. */
export function cellsOf(table: Table, id: string): readonly Cell[] {
  return table.cells.filter((each) => each.policy === id)
}

/** The text an editor writes into. */
export const PATH = EMPATHY
