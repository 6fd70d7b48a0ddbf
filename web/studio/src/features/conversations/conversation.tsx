/** One conversation: everything that was said, how it was felt, and why each reply was given. */

import './conversation.css'

import { Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { lazy, type MouseEvent, Suspense } from 'react'

import type { components } from '../../../../shared/api.generated'
import { api, data } from '../../api/client'
import { BackIcon } from '../../frame/icons'
import { Failed } from '../../frame/states'
import { useNames } from '../../words/named'
import { moment } from '../../words/times'
import { useTitle, useWords } from '../../words/words'
import { useVersionNames } from '../versions/names'
import { latestAsked } from './asked'
import { Course, goTo } from './course'
import { Lines } from './lines'

const ConversationNotes = lazy(() => import('../notes/in_conversation'))
const route = getRouteApi('/conversations/$id')
/** How often a conversation that goes on is read again, in milliseconds. */
const GOING_ON = 15_000

export function ConversationPage() {
  const { id } = route.useParams()
  const { words } = useWords()
  const found = useQuery({
    queryKey: ['conversation', id],
    queryFn: async () => data(await api.GET('/api/studio/conversations/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.summary.closed === false && GOING_ON),
  })
  const router = useRouter()
  // The list stands one step back, at the very place that was left.
  const stepBack = (event: MouseEvent) => {
    if (!router.history.location.state.fromList || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    router.history.back()
  }
  return (
    <div className="conversation">
      <Link to="/conversations" search={latestAsked()} className="back" onClick={stepBack}>
        <BackIcon size={18} /> {words.read.back}
      </Link>
      {found.isError ? (
        <Failed problem={found.error} again={() => void found.refetch()} />
      ) : !found.data ? (
        <div role="status" aria-label={words.loading}>
          <Skeleton height={64} mb={24} radius="lg" />
          <Skeleton height={520} radius="lg" />
        </div>
      ) : (
        <Read transcript={found.data} />
      )}
    </div>
  )
}

function Read({ transcript }: { transcript: components['schemas']['Transcript'] }) {
  const { words, language } = useWords()
  const names = useNames()
  const about = transcript.summary
  const called = useVersionNames(about.playbook)
  const title = about.scenario ? names.scenario(about.playbook, about.scenario) : words.read.untitled
  useTitle(title)
  return (
    <>
      <header>
        <Title order={1} size="h2">
          {title}
        </Title>
        <p className="soft about">
          {about.started_at && <span>{words.read.began(moment(new Date(about.started_at), language))}</span>}
          <Link to="/conversations" search={{ channel: about.channel }}>
            {words.list.channel(about.channel)}
          </Link>
          <Link to="/conversations" search={{ playbook: about.playbook, version: about.version }}>
            {called(about.version)}
          </Link>
          <b>{words.outcome[about.standing]}</b>
        </p>
      </header>
      <div className="read">
        <div className="beside-lines">
          <section className="card course" aria-labelledby="course">
            <Title order={2} size="h4" id="course">
              {words.read.curve}
            </Title>
            <Text className="soft" size="sm">
              {transcript.mood.length ? words.read.curveLead : words.read.curveNone}
            </Text>
            {transcript.mood.length > 0 && <Course transcript={transcript} />}
          </section>
          <Suspense fallback={null}>
            <ConversationNotes transcript={transcript} go={goTo} />
          </Suspense>
        </div>
        <Lines transcript={transcript} />
      </div>
    </>
  )
}
