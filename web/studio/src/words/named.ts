/** What the team calls the parts of its playbooks now. */

import { useQuery } from '@tanstack/react-query'

import { api, data } from '../api/client'

export function useNames() {
  const { data: found, isFetched, error, refetch } = useQuery({
    queryKey: ['playbooks'],
    queryFn: async () => data(await api.GET('/api/studio/playbooks')).playbooks,
    staleTime: 60_000,
  })
  const playbooks = found ?? []
  const named = (kind: 'scenarios' | 'intents', playbook: string, id: string) =>
    playbooks.find((each) => each.name === playbook)?.[kind].find((each) => each.id === id)?.title ?? id
  return {
    playbooks,
    settled: isFetched,
    error,
    again: () => void refetch(),
    scenario: (playbook: string, id: string) => named('scenarios', playbook, id),
    intent: (playbook: string, id: string) => named('intents', playbook, id),
  }
}
