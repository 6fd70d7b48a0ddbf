/** All conversations: words to search for, filters, and as many rows as there are. */

import './conversations.css'

import { Button, Title } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'

import { api, data } from '../../api/client'
import { Failed, State } from '../../frame/states'
import { useTitle, useWords } from '../../words/words'
import { WaitingLabels } from '../labels/waiting_link'
import { type Asked, keepAsked, query } from './asked'
import { Filters } from './filters'
import { Loading, Rows } from './rows'

const route = getRouteApi('/conversations')

export function ConversationsPage() {
  const { words } = useWords()
  const wanted = route.useSearch()
  const navigate = route.useNavigate()
  useTitle(words.nav.conversations)
  useEffect(() => keepAsked(wanted), [wanted])

  const found = useInfiniteQuery({
    queryKey: ['conversations', wanted],
    queryFn: async ({ pageParam, signal }) =>
      data(
        await api.GET('/api/studio/conversations', {
          params: { query: { ...query(wanted, new Date()), cursor: pageParam, limit: 50 } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const total = found.data?.pages[0]?.total ?? 0
  const change = (news: Asked) =>
    void navigate({ search: (before: Asked) => ({ ...before, ...news }), replace: true, resetScroll: false })
  const asksAnything = Object.keys(wanted).length > 0

  return (
    <div className="conversations">
      <header>
        <Title order={1} size="h2">
          {words.nav.conversations}
        </Title>
        <p className="soft" role="status" aria-busy={found.isFetching}>
          {found.data ? words.list.lead(total) : words.loading}
        </p>
        <WaitingLabels />
      </header>
      <Filters wanted={wanted} change={change} />
      {found.isError && !found.data ? (
        <Failed problem={found.error} again={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : items.length === 0 ? (
        <State
          title={asksAnything ? words.list.none : words.list.empty}
          body={asksAnything ? words.list.noneBody : words.list.emptyBody}
        >
          {asksAnything && (
            <Button variant="default" onClick={() => void navigate({ search: {} })}>
              {words.list.clear}
            </Button>
          )}
        </State>
      ) : (
        <Rows
          items={items}
          total={total}
          sought={wanted.q ?? ''}
          more={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}
        />
      )}
    </div>
  )
}
