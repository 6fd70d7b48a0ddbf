/** Two rehearsals with the same customers side by side: what got better, what worse, and which conversations flipped. */

import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'

import { moment } from '../../words/times'
import { useOwnWords, useWords } from '../../words/words'
import { type Comparison, comparisonQuery, type Run, runsQuery } from './asking'
import { useRehearsedNames } from './start'
import { en } from './words.en'
import { ko } from './words.ko'

type Figure = Comparison['means'][string]
const SHARES = 'failed'

export function Compare({ at, run }: { at: { playbook: string; run: string }; run: Run }) {
  const own = useOwnWords({ ko, en })
  const { language } = useWords()
  const id = useId()
  const named = useRehearsedNames(at.playbook)
  const { data: runs } = useQuery(runsQuery(at.playbook))
  const [before, setBefore] = useState('')
  const { data: found, isError } = useQuery(comparisonQuery(at.playbook, at.run, before))
  const fitting = (runs ?? []).filter((each) => each.id !== run.id && each.customers === run.customers && each.seed === run.seed && (each.done ?? 0) > 0)
  return (
    <section className="sheet" id="compare" aria-label={own.compare.title}>
      <div>
        <Title order={2} size="h4">
          {own.compare.title}
        </Title>
        <p className="soft">{own.compare.lead}</p>
      </div>
      {fitting.length === 0 ? (
        <p>{own.compare.nothing}</p>
      ) : (
        <div className="ask">
          <label htmlFor={id}>{own.compare.pick}</label>
          <select id={id} className="typed" value={before} onChange={(event) => setBefore(event.currentTarget.value)}>
            <option value="">{own.compare.choose}</option>
            {fitting.map((each) => (
              <option key={each.id} value={each.id}>
                {named(each.of)} · {moment(new Date(each.at), language)}
              </option>
            ))}
          </select>
        </div>
      )}
      {isError && (
        <p role="alert" className="bad">
          {own.compare.trouble}
        </p>
      )}
      {found && before !== '' && <Compared at={at} found={found} />}
    </section>
  )
}

function Compared({ at, found }: { at: { playbook: string; run: string }; found: Comparison }) {
  const { language } = useWords()
  const own = useOwnWords({ ko, en })
  const figures: [string, string, Figure][] = [
    ...Object.entries(found.failed).map(([name, each]): [string, string, Figure] => [SHARES, own.failedAs[name] ?? name, each as Figure]),
    ...Object.entries(found.means).map(([name, each]): [string, string, Figure] => ['means', own.compare.mean[name] ?? name, each as Figure]),
  ]
  const clear = figures.filter(([, , each]) => each.direction !== 'unclear')
  const said = (kind: string, value: number) => (kind === SHARES ? own.percent(value) : value.toLocaleString(language, { maximumFractionDigits: 2 }))
  return (
    <div className="compared" role="status">
      <p className="soft">{own.compare.of(found.conversations)}</p>
      {clear.length === 0 && <p>{own.compare.none}</p>}
      <ul className="hangs">
        {clear.map(([kind, name, each]) => (
          <li key={name} className={each.direction}>
            <b>
              {name} · {own.compare[each.direction]}
            </b>
            <span>{own.compare.from(said(kind, each.before), said(kind, each.after))}</span>
            <span className="soft">{own.compare.range(said(kind, each.low), said(kind, each.high))}</span>
          </li>
        ))}
      </ul>
      <h3>{own.compare.flips}</h3>
      {found.flips.length === 0 && <p>{own.compare.noFlips}</p>}
      <ul className="hangs">
        {found.flips.map((each) => (
          <li key={`${each.number}${each.verdict}`}>
            <Link to="/playbooks/$playbook/rehearsals/$run/$number" params={{ ...at, number: String(each.number) }}>
              {own.compare.flip(each.number + 1)}
            </Link>
            <span className="soft">
              {each.to === 'better' ? own.verdict[each.verdict] : own.failedAs[each.verdict]} · {own.compare[each.to]}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
