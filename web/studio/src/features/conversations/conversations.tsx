/** All conversations: words to search for, filters, and as many rows as there are. */

import './conversations.css'

import { Button, CloseButton, NativeSelect, TextInput, Title } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

import { api, data } from '../../api/client'
import { SearchIcon } from '../../frame/icons'
import { Failed, State } from '../../frame/states'
import { EMOTIONS } from '../../words/feelings'
import { useNames } from '../../words/named'
import { useTitle, useWords } from '../../words/words'
import { useVersionNames } from '../versions/names'
import { type Asked, GROUPS, keepAsked, NO_SCENARIO, OUTCOMES, PERIODS, query, STANDING } from './asked'
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

function Filters({ wanted, change }: { wanted: Asked; change: (news: Asked) => void }) {
  const { words } = useWords()
  const { playbooks } = useNames()
  const called = useVersionNames(wanted.version && wanted.playbook)
  const scenarios = playbooks.flatMap((playbook) =>
    [...playbook.scenarios, { id: NO_SCENARIO, title: words.list.noScenario }].map((each) => ({
      value: `${playbook.name}/${each.id}`,
      label: playbooks.length > 1 ? `${each.title} · ${playbook.title}` : each.title,
    })),
  )
  const any = { value: '', label: words.list.any }
  const stands = STANDING.find((each) => each === wanted.fact)
  const chips: [keyof Asked, string][] = []
  // A version is one of a playbook, which alone is no filter that can be seen.
  const without = (asked: keyof Asked): Asked => ({
    [asked]: undefined,
    ...(asked === 'version' && !wanted.scenario && { playbook: undefined }),
  })
  if (wanted.fact && !stands) chips.push(['fact', words.list.facts[wanted.fact]])
  if (wanted.channel) chips.push(['channel', words.list.channel(wanted.channel)])
  if (wanted.version) chips.push(['version', called(wanted.version)])
  return (
    <div className="filters" role="search" aria-label={words.list.filters}>
      <Search value={wanted.q ?? ''} change={(q) => change({ q: q || undefined })} />
      <NativeSelect
        label={words.list.feeling}
        value={wanted.emotion ?? ''}
        onChange={(event) => change({ emotion: (event.currentTarget.value || undefined) as Asked['emotion'] })}
        data={[
          any,
          { group: words.list.groups, items: GROUPS.map((each) => ({ value: each, label: words.group[each] })) },
          { group: words.list.each, items: EMOTIONS.map((each) => ({ value: each, label: words.emotion[each] })) },
        ]}
      />
      <NativeSelect
        label={words.list.now}
        value={stands ?? ''}
        onChange={(event) => change({ fact: (event.currentTarget.value || undefined) as Asked['fact'] })}
        data={[any, ...STANDING.map((each) => ({ value: each, label: words.list.facts[each] }))]}
      />
      <NativeSelect
        label={words.list.outcome}
        value={wanted.outcome ?? ''}
        onChange={(event) => change({ outcome: (event.currentTarget.value || undefined) as Asked['outcome'] })}
        data={[any, ...OUTCOMES.map((each) => ({ value: each, label: words.outcome[each] }))]}
      />
      <NativeSelect
        label={words.list.scenario}
        value={wanted.scenario ? `${wanted.playbook ?? ''}/${wanted.scenario}` : ''}
        onChange={(event) => {
          const [playbook, scenario] = event.currentTarget.value.split('/')
          change({ playbook: playbook || undefined, scenario: scenario || undefined })
        }}
        data={[any, ...scenarios]}
      />
      <NativeSelect
        label={words.list.period}
        value={wanted.period ?? ''}
        onChange={(event) => change({ period: (event.currentTarget.value || undefined) as Asked['period'] })}
        data={[any, ...PERIODS.map((each) => ({ value: each, label: each === '1' ? words.list.today : words.list.days(Number(each)) }))]}
      />
      {chips.length > 0 && (
        <div className="chips">
          {chips.map(([asked, name]) => (
            <span key={asked} className="chip">
              {name}
              <CloseButton size="sm" aria-label={words.list.without(name)} onClick={() => change(without(asked))} />
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

/** Asks once the hand rests; what is typed meanwhile stays as it is. */
function Search({ value, change }: { value: string; change: (q: string) => void }) {
  const { words } = useWords()
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  const tell = useDebouncedCallback((q: string) => {
    told.current = q
    change(q)
  }, 250)
  useEffect(() => {
    if (value !== told.current) setTyped((told.current = value))
  }, [value])
  return (
    <TextInput
      className="search"
      type="search"
      label={words.list.search}
      placeholder={words.list.searchHint}
      leftSection={<SearchIcon size={18} />}
      value={typed}
      maxLength={128}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        tell(event.currentTarget.value.trim())
      }}
    />
  )
}
