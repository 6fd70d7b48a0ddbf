/** One rehearsal: watched while it is played, and looked into afterwards. */

import '../../edits/edits.css'
import './rehearsals.css'
import './heat.css'

import { Button, Skeleton, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'

import { BackIcon } from '../../frame/icons'
import { Failed } from '../../frame/states'
import { moment } from '../../words/times'
import { useOwnWords, useTitle, useWords } from '../../words/words'
import type { Asked } from './asked'
import { isOver, type Run, runQuery, type Shown, type Summary, useRehearsals } from './asking'
import { Compare } from './compare'
import { Conversations } from './conversations'
import { Never } from './never'
import { useRehearsedNames } from './start'
import { Verdicts } from './verdicts'
import { WhereTheyLeave } from './where_they_leave'
import { en } from './words.en'
import { ko } from './words.ko'

const route = getRouteApi('/playbooks/$playbook/rehearsals/$run')

export function RunPage() {
  const { playbook, run } = route.useParams()
  const asked = route.useSearch()
  const own = useOwnWords({ ko, en })
  const { language } = useWords()
  useTitle(own.title)
  const named = useRehearsedNames(playbook)
  const { data: shown, error, refetch } = useQuery(runQuery(playbook, run))
  if (error && !shown) return <Failed problem={error} again={() => void refetch()} />
  return (
    <div className="rehearsals">
      <Link to="/playbooks/$playbook/rehearsals" params={{ playbook }} className="back">
        <BackIcon size={18} /> {own.back}
      </Link>
      {!shown ? (
        <Skeleton height={320} radius="lg" />
      ) : (
        <>
          <header>
            <Title order={1} size="h2">
              {own.run.title(named(shown.run.of), shown.run.customers)}
            </Title>
            <p className="soft">
              {own.list.by(shown.run.by, moment(new Date(shown.run.at), language))} · {own.start.seed} {shown.run.seed} · {own.state[shown.run.state ?? 'waiting']}
            </p>
          </header>
          <Progress playbook={playbook} run={shown.run} summary={shown.summary} />
          {shown.summary && <Result playbook={playbook} shown={shown} summary={shown.summary} asked={asked} />}
        </>
      )}
    </div>
  )
}

function Progress({ playbook, run, summary }: { playbook: string; run: Run; summary: Summary | null }) {
  const own = useOwnWords({ ko, en })
  const { stop } = useRehearsals(playbook)
  if (run.state === 'broke') {
    return (
      <p role="alert" className="sheet bad">
        {own.broke[run.problem ?? ''] ?? own.broke.other}
      </p>
    )
  }
  if (isOver(run)) return null
  const done = run.done ?? 0
  const angry = summary?.verdicts.left_in_anger?.failed ?? 0
  const said = run.state === 'waiting' ? own.waits(run.ahead ?? 0) : done === 0 ? own.run.warming : own.run.soFar(done, run.customers, angry)
  return (
    <section className="sheet" aria-label={own.run.progress}>
      <div className="progress" role="progressbar" aria-label={own.run.progress} aria-valuemin={0} aria-valuemax={run.customers} aria-valuenow={done}>
        <i style={{ width: `${((done - angry) / run.customers) * 100}%` }} />
        <i className="angry" style={{ width: `${(angry / run.customers) * 100}%` }} />
      </div>
      <div className="run-does">
        <p role="status">{said}</p>
        <Button variant="default" size="xs" loading={stop.isPending} onClick={() => stop.mutate(run.id)}>
          {own.run.stop}
        </Button>
      </div>
    </section>
  )
}

function Result({ playbook, shown, summary, asked }: { playbook: string; shown: Shown; summary: Summary; asked: Asked }) {
  const own = useOwnWords({ ko, en })
  const all = summary.conversations
  const hit = summary.verdicts.goal_reached?.passed ?? 0
  const angry = summary.verdicts.left_in_anger?.failed ?? 0
  const at = { playbook, run: shown.run.id }
  return (
    <>
      <div className="shares">
        <p className="sheet share good">
          <span>{own.run.goal}</span>
          <b>{own.percent(summary.goal_success)}</b>
          <span className="soft">{own.run.goalOf(hit, all)}</span>
        </p>
        <p className={`sheet share ${angry > 0 ? 'hurt' : 'good'}`}>
          <span>{own.run.anger}</span>
          <b>{own.percent(summary.left_in_anger)}</b>
          <span className="soft">
            {own.run.goalOf(angry, all)} · {own.run.average(summary.turns_on_average)}
          </span>
        </p>
      </div>
      <Verdicts at={at} summary={summary} />
      <WhereTheyLeave at={at} shown={shown} summary={summary} />
      <section className="sheet" aria-label={own.run.worst}>
        <Title order={2} size="h4">
          {own.run.worst}
        </Title>
        {(summary.worst ?? []).length === 0 ? (
          <p className="soft">{own.run.noWorst}</p>
        ) : (
          <ol className="talks">
            {(summary.worst ?? []).map((each) => (
              <li key={each.number}>
                <Link to="/playbooks/$playbook/rehearsals/$run/$number" params={{ ...at, number: String(each.number) }}>
                  {shown.customers[each.customer] || each.customer}
                </Link>
                <span className="soft">{each.failed.map((name) => own.failedAs[name]).join(' · ')}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <Conversations at={at} shown={shown} summary={summary} asked={asked} />
      <Never shown={shown} summary={summary} />
      {isOver(shown.run) && <Compare at={at} run={shown.run} />}
    </>
  )
}
