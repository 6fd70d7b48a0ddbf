/** The labelling queue: one message after the other, with why it waits, settled by hand or by key, and undone. */

import './labels.css'

import { Button, NativeSelect, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

import { told } from '../../api/problem'
import { BackIcon } from '../../frame/icons'
import { Failed, State } from '../../frame/states'
import { useOwnWords, useTitle, useWords } from '../../words/words'
import { type Asked, REASONS } from './asked'
import { isGone, queueQuery, useSettle } from './asking'
import { type Item, keyOf, type Label } from './label'
import { OneLabel } from './one_label'
import { en } from './words.en'
import { ko } from './words.ko'

const route = getRouteApi('/conversations/labels')

/** What was settled here, for undoing it after a look at a conversation too. */
let settled: readonly string[] = []

export function LabelsPage() {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const wanted = route.useSearch()
  const navigate = route.useNavigate()
  const queue = useQuery(queueQuery(wanted))
  const { put: keep, takeBack } = useSettle()
  // The queue is put in order anew with every label; what somebody reads stays before them until it is settled.
  const [shown, setShown] = useState<{ item: Item; reason: Asked['reason'] }>()
  const [done, setDone] = useState(settled)
  const [news, setNews] = useState('')
  useTitle(own.title)
  useEffect(() => void (settled = done), [done])

  const rest = queue.data?.items.filter((each) => !done.includes(keyOf(each))) ?? []
  const item = shown && shown.reason === wanted.reason ? shown.item : rest[0]
  const show = (item: Item | undefined) => setShown(item && { item, reason: wanted.reason })
  if (item && item !== shown?.item) show(item)
  const busy = keep.isPending || takeBack.isPending
  const put = (label: Label, said: string) => {
    if (!item || busy) return
    takeBack.reset()
    const next = (news: string) => {
      setNews(news)
      show(rest.find((each) => keyOf(each) !== keyOf(item)))
    }
    const kept = () => {
      setDone([...done, keyOf(item)])
      next(said)
    }
    keep.mutate({ item, label }, { onSuccess: kept, onError: (problem) => isGone(problem) && (keep.reset(), next(own.gone)) })
  }
  const last = done.at(-1)
  const undo = () => {
    if (last === undefined || busy) return
    keep.reset()
    takeBack.mutate(last, {
      onSuccess: (back) => {
        setDone(done.slice(0, -1))
        setNews(back ? own.undone : own.undoneGone)
        if (back) show(back)
      },
    })
  }
  const problem = keep.error ?? takeBack.error
  const ask = (reason: Asked['reason']) => void navigate({ search: reason ? { reason } : {}, replace: true })

  return (
    <div className="labels">
      <Link to="/conversations" className="back">
        <BackIcon size={18} /> {words.read.back}
      </Link>
      <header>
        <Title order={1} size="h2">
          {own.title}
        </Title>
        <p className="soft">{own.lead}</p>
      </header>
      <div className="labels-above">
        <NativeSelect
          label={own.why}
          value={wanted.reason ?? ''}
          onChange={(event) => ask(REASONS.find((each) => each === event.currentTarget.value))}
          data={[{ value: '', label: own.any }, ...REASONS.map((each) => ({ value: each, label: own.reason[each] }))]}
        />
        <p className="soft">{queue.data && own.waiting(queue.data.total)}</p>
      </div>
      <div className="labels-news">
        <span role="status">{news}</span>
        {last && (
          <Button variant="subtle" size="compact-sm" onClick={undo}>
            {own.undo}&nbsp;<kbd aria-hidden="true">Z</kbd>
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className="complaint">
          {told(words, problem)}
        </p>
      )}
      {item ? (
        <OneLabel key={keyOf(item)} item={item} put={put} undo={undo} busy={busy} />
      ) : queue.isFetching ? (
        <p role="status" className="soft">
          {words.loading}
        </p>
      ) : queue.isError ? (
        <Failed problem={queue.error} again={() => void queue.refetch()} />
      ) : (
        <State title={wanted.reason ? own.noneOfThese : own.none} body={own.noneBody}>
          {wanted.reason && (
            <Button variant="default" onClick={() => ask(undefined)}>
              {own.showAll}
            </Button>
          )}
        </State>
      )}
    </div>
  )
}
