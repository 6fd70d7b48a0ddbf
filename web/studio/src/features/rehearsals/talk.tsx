/** One conversation of a rehearsal: what was said, what the customer felt, and the verdicts where they hang. */

import '../../edits/edits.css'
import './rehearsals.css'
import './talk.css'

import { Button, Skeleton, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

import { BackIcon } from '../../frame/icons'
import { Failed } from '../../frame/states'
import { groupOf } from '../../words/feelings'
import { useNames } from '../../words/named'
import { useOwnWords, useTitle, useWords } from '../../words/words'
import { castQuery, runQuery, useRehearsals, type Whole, wholeQuery } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

const FeelingsChart = lazy(() => import('./feelings_chart'))
const route = getRouteApi('/playbooks/$playbook/rehearsals/$run/$number')
type Line = Whole['result']['lines'][number]
type Judged = Whole['result']['verdicts'][number]

export function TalkPage() {
  const { playbook, run, number } = route.useParams()
  const own = useOwnWords({ ko, en })
  const n = Number(number)
  useTitle(own.talk.title(n + 1))
  const { data: whole, error, refetch } = useQuery(wholeQuery(playbook, run, n))
  const { data: shown } = useQuery(runQuery(playbook, run))
  const { data: cast } = useQuery(castQuery(playbook, ''))
  const names = useNames()
  if (error && !whole) return <Failed problem={error} again={() => void refetch()} />
  const told = whole?.customer
  const last = (shown?.run.done ?? 0) - 1
  const temper = cast?.customers.find((each) => each.id === told?.id)?.temper
  return (
    <div className="rehearsals talk">
      <Link to="/playbooks/$playbook/rehearsals/$run" params={{ playbook, run }} className="back">
        <BackIcon size={18} /> {own.backToRun}
      </Link>
      {!whole ? (
        <Skeleton height={420} radius="lg" />
      ) : (
        <>
          <header>
            <Title order={1} size="h2">
              {own.talk.title(n + 1)} · {told?.who || whole.result.customer}
            </Title>
            <p className="soft">
              {told && `${own.talk.wants}: ${names.intent(playbook, told.goal.intent)} (${(told.goal.ends ?? ['solved']).map((each) => own.ends[each]).join(', ')}) · `}
              {temper !== undefined && `${own.talk.temper}: ${own.temper[temper || 'own']} · `}
              {own.talk.ending}: {own.leaving[whole.result.leaving]}
            </p>
          </header>
          <div className="talk-two">
            <ol className="said">
              {whole.result.lines.map((line) => (
                <One key={line.version} line={line} whole={whole} policies={shown?.policies ?? {}} />
              ))}
            </ol>
            <aside>
              <section className="sheet" aria-label={own.talk.curve}>
                <Title order={2} size="h5">
                  {own.talk.curve}
                </Title>
                <p className="soft">{own.talk.curveLead}</p>
                <div style={{ height: 170 }}>
                  <Suspense>
                    <FeelingsChart lines={whole.result.lines} />
                  </Suspense>
                </div>
                <ol className="unseen">
                  {whole.result.lines.filter((each) => each.by === 'customer').map((each, at) => (
                    <li key={each.version}>{own.talk.point(at + 1, own.percent(each.anger), own.percent(each.worry))}</li>
                  ))}
                </ol>
              </section>
              <Verdicts whole={whole} />
              <Story playbook={playbook} run={run} number={n} />
            </aside>
          </div>
          <nav className="run-does" aria-label={own.run.conversations}>
            {n > 0 && (
              <Link to="/playbooks/$playbook/rehearsals/$run/$number" params={{ playbook, run, number: String(n - 1) }}>
                {own.talk.before}
              </Link>
            )}
            {n < last && (
              <Link to="/playbooks/$playbook/rehearsals/$run/$number" params={{ playbook, run, number: String(n + 1) }}>
                {own.talk.after}
              </Link>
            )}
          </nav>
        </>
      )}
    </div>
  )
}

function Story({ playbook, run, number }: { playbook: string; run: string; number: number }) {
  const own = useOwnWords({ ko, en })
  const { story } = useRehearsals(playbook)
  return (
    <section className="sheet">
      <Button loading={story.isPending} onClick={() => story.mutate({ id: run, number })}>
        {own.talk.story}
      </Button>
      <p role="status" className={story.data ? undefined : 'unseen'}>
        {story.isPending ? own.talk.storyMaking : story.data ? own.talk.storyKept(story.data.title) : ''}
      </p>
      {story.data && (
        <Link to="/playbooks/$playbook/try" params={{ playbook }}>
          {own.talk.storySee}
        </Link>
      )}
      {story.isError && (
        <p role="alert" className="bad">
          {own.talk.storyTrouble}
        </p>
      )}
    </section>
  )
}

function Verdicts({ whole }: { whole: Whole }) {
  const own = useOwnWords({ ko, en })
  const told = (['failed', 'unsure'] as const).map((judged) => [judged, whole.result.verdicts.filter((each) => each.judged === judged)] as const)
  if (told.every(([, all]) => all.length === 0)) return null
  return (
    <section className="sheet" aria-label={own.talk.hangs}>
      {told.map(([judged, all]) =>
        all.length === 0 ? null : (
          <div key={judged}>
            <h3>{judged === 'failed' ? own.talk.hangs : own.talk.doubtful}</h3>
            <ul className="hangs">
              {all.map((each) => (
                <li key={each.name}>
                  <a href={`#line-${lineOf(whole, each)}`}>{judged === 'failed' ? own.failedAs[each.name] : own.verdict[each.name]}</a>
                  <span className="soft">{own.reason[each.why] ?? each.why}</span>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  )
}

/** The line a verdict hangs on: that of its event, else the last before it. */
function lineOf(whole: Whole, verdict: Judged): number | undefined {
  const lines = whole.result.lines
  const at = verdict.event ?? Infinity
  return (lines.filter((each) => each.version <= at).at(-1) ?? lines[0])?.version
}

function One({ line, whole, policies }: { line: Line; whole: Whole; policies: Record<string, string> }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const hangs = whole.result.verdicts.filter((each) => each.judged === 'failed' && lineOf(whole, each) === line.version)
  const ours = line.by === 'assistant'
  return (
    <li id={`line-${line.version}`} tabIndex={-1} className={ours ? 'ours' : undefined}>
      {line.waited && <span className="soft">{own.talk.silent}</span>}
      <span className="unseen">{ours ? own.talk.us : own.talk.customer}</span>
      <div className="said-text">{line.text}</div>
      <span className="said-why soft">
        {line.choice != null && <span>{own.talk.presses}</span>}
        {line.emotion != null && (
          <span className={`feeling ${groupOf(line.emotion)}`}>{own.talk.read(words.emotion[line.emotion])}</span>
        )}
        {(line.moves ?? []).map((each, n) => (
          <span key={n} className="chip">
            {words.move[each]}
          </span>
        ))}
        {line.policy && <span>{own.talk.policy(policies[line.policy] ?? line.policy)}</span>}
      </span>
      {hangs.map((each) => (
        <p key={each.name} className="hang">
          <b>{own.failedAs[each.name]}</b> {own.reason[each.why] ?? each.why}
        </p>
      ))}
    </li>
  )
}
