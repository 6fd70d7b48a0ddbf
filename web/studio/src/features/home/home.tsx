/** Home: what happened today, where it hurts, and what waits for me. */

import './home.css'

import { Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { api, data } from '../../api/client'
import { Failed } from '../../frame/states'
import { sessionQuery } from '../../session/session'
import { clock, day, midnight, zoned } from '../../words/times'
import { useTitle, useWords } from '../../words/words'
import { Fresh } from './fresh'
import { Sore } from './sore'
import { Today } from './today'
import { Waiting } from './waiting'
import { Week } from './week'

export function useHome() {
  return useQuery({
    queryKey: ['home'],
    queryFn: async () =>
      data(await api.GET('/api/studio/home', { params: { query: { today: zoned(midnight(new Date())) } } })),
    refetchInterval: 30_000,
  })
}

export function HomePage() {
  const { words, language } = useWords()
  const home = useHome()
  const person = useQuery(sessionQuery).data?.person
  useTitle(words.nav.home)

  return (
    <div className="home">
      <header>
        <Title order={1} size="h2">
          {words.home.title(person?.name ?? '')}
        </Title>
        <Text className="soft" mt={4}>
          {day(new Date(), language)}
          {home.data && <> · {words.home.updated(clock(new Date(home.data.now), language))}</>}
        </Text>
      </header>
      {home.isError && !home.data ? (
        <Failed problem={home.error} again={() => void home.refetch()} />
      ) : !home.data ? (
        <Loading label={words.loading} />
      ) : home.data.fresh ? (
        <Fresh playbooks={home.data.playbooks} />
      ) : (
        <>
          <Today today={home.data.today} yesterday={home.data.yesterday} />
          <div className="columns">
            <Sore places={home.data.sore} />
            <Waiting
              number={home.data.waiting}
              customers={home.data.longest_waiting}
              notes={home.data.notes}
              waitingNotes={home.data.waiting_notes}
              now={new Date(home.data.now)}
            />
          </div>
          <Week days={home.data.days} />
        </>
      )}
    </div>
  )
}

/** As tall as what comes, so that nothing jumps. */
function Loading({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="home">
      <div className="numbers">
        {[1, 2, 3, 4].map((each) => (
          <Skeleton key={each} height={124} radius="lg" />
        ))}
      </div>
      <div className="columns">
        <Skeleton height={320} radius="lg" />
        <Skeleton height={320} radius="lg" />
      </div>
      <Skeleton height={280} radius="lg" />
    </div>
  )
}
