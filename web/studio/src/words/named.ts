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
  const named = (kind: 'scenarios' | 'intents' | 'actions' | 'policies', playbook: string, id: string) =>
    playbooks.find((each) => each.name === playbook)?.[kind].find((each) => each.id === id)?.title ?? id
  return {
    playbooks,
    settled: isFetched,
    error,
    again: () => void refetch(),
    playbook: (name: string) => playbooks.find((each) => each.name === name)?.title ?? name,
    scenario: (playbook: string, id: string) => named('scenarios', playbook, id),
    intent: (playbook: string, id: string) => named('intents', playbook, id),
    action: (playbook: string, id: string) => named('actions', playbook, id),
    policy: (playbook: string, id: string) => named('policies', playbook, id),
  }
}
