/** Rehearsals of a playbook: begin one, and everything that was played. */

import '../../edits/edits.css'
import './rehearsals.css'

import { Button, Skeleton, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'

import { useDraft } from '../../draft/draft'
import { PlaybookPicker } from '../../draft/picker'
import { Failed } from '../../frame/states'
import { moment } from '../../words/times'
import { useOwnWords, useTitle, useWords } from '../../words/words'
import { castQuery, isOver, type Run, runsQuery, useRehearsals } from './asking'
import { customersStamp } from './customers_stamp'
import { FirstCustomers } from './first_customers'
import { Start, useRehearsedNames } from './start'
import { en } from './words.en'
import { ko } from './words.ko'

export function RehearsalsPage() {
  const { playbook } = useParams({ strict: false }) as { playbook: string }
  const own = useOwnWords({ ko, en })
  useTitle(own.title)
  const { draft, error, refetch } = useDraft(playbook)
  const runs = useQuery(runsQuery(playbook))
  const cast = useQuery({ ...castQuery(playbook, customersStamp(draft)), enabled: draft !== undefined })
  const problem = error ?? runs.error ?? cast.error
  if (problem && !(draft && runs.data && cast.data)) {
    return <Failed problem={problem} again={() => (void refetch(), void runs.refetch(), void cast.refetch())} />
  }
  const nobody = cast.data?.playable && cast.data.files.length === 0
  return (
    <div className="rehearsals">
      <header className="rehearsals-head">
        <div>
          <Title order={1} size="h2">
            {own.title}
          </Title>
          <p className="soft">{own.lead}</p>
        </div>
        <PlaybookPicker playbook={playbook} section="rehearsals" />
      </header>
      {!cast.data || !runs.data ? (
        <Skeleton height={240} radius="lg" />
      ) : nobody ? (
        <FirstCustomers playbook={playbook} />
      ) : (
        <div className="rehearsals-two">
          <Start key={playbook} playbook={playbook} />
          <section className="sheet" aria-label={own.customers.title}>
            <Title order={2} size="h4">
              {own.customers.title}
            </Title>
            {cast.data.playable ? (
              <p>{own.customers.lead(cast.data.customers.length)}</p>
            ) : (
              <p className="bad">{own.customers.unplayable}</p>
            )}
            {cast.data.mistakes.length > 0 && <p className="bad">{own.customers.mistakes(cast.data.mistakes.length)}</p>}
            <Button component={Link} to="/playbooks/$playbook/customers" params={{ playbook } as never} variant="default">
              {own.customers.edit}
            </Button>
          </section>
        </div>
      )}
      {runs.data && !(nobody && runs.data.length === 0) && <Runs playbook={playbook} runs={runs.data} />}
    </div>
  )
}

function Runs({ playbook, runs }: { playbook: string; runs: readonly Run[] }) {
  const own = useOwnWords({ ko, en })
  return (
    <section className="runs" aria-label={own.list.title}>
      <Title order={2} size="h4">
        {own.list.title}
      </Title>
      {runs.length === 0 && <p className="soft">{own.list.none}</p>}
      <ul>
        {runs.map((each) => (
          <One key={each.id} playbook={playbook} run={each} />
        ))}
      </ul>
    </section>
  )
}

function One({ playbook, run }: { playbook: string; run: Run }) {
  const own = useOwnWords({ ko, en })
  const { language } = useWords()
  const { stop, remove } = useRehearsals(playbook)
  const [sure, setSure] = useState(false)
  const named = useRehearsedNames(playbook)
  const at = { playbook, run: run.id }
  return (
    <li className="sheet run-row">
      <div>
        <Link to="/playbooks/$playbook/rehearsals/$run" params={at} className="run-name">
          {own.run.title(named(run.of), run.customers)}
        </Link>
        <p className="soft">{own.list.by(run.by, moment(new Date(run.at), language))}</p>
      </div>
      <div>
        <p className={run.state === 'broke' ? 'bad' : 'soft'}>
          {own.state[run.state ?? 'waiting']} · {own.list.done(run.done ?? 0, run.customers)}
        </p>
        {run.goal_success != null && run.left_in_anger != null && <p>{own.list.shares(run.goal_success, run.left_in_anger)}</p>}
      </div>
      <div className="run-does">
        {!isOver(run) ? (
          <Button variant="default" size="xs" loading={stop.isPending} onClick={() => stop.mutate(run.id)}>
            {own.run.stop}
          </Button>
        ) : sure ? (
          <span role="alertdialog" aria-label={own.list.removeSure} className="run-sure">
            {own.list.removeSure}
            <Button size="xs" color="red" variant="light" onClick={() => remove.mutate(run.id)}>
              {own.list.remove}
            </Button>
            <Button size="xs" variant="default" autoFocus onClick={() => setSure(false)}>
              {own.list.keep}
            </Button>
          </span>
        ) : (
          <Button variant="subtle" color="gray" size="xs" onClick={() => setSure(true)}>
            {own.list.remove}
          </Button>
        )}
      </div>
    </li>
  )
}
