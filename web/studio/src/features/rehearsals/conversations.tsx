/** The conversations of a rehearsal, by what went wrong, who it was and where they left. */

import { Button, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

import { useOwnWords } from '../../words/words'
import type { Asked } from './asked'
import { type Played, playedQuery, type Shown, type Summary } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  at: { playbook: string; run: string }
  shown: Shown
  summary: Summary
  asked: Asked
}

export function Conversations({ at, shown, summary, asked }: Given) {
  const own = useOwnWords({ ko, en })
  const go = useNavigate()
  const key = JSON.stringify(asked)
  const [pages, setPages] = useState<number[]>([0])
  useEffect(() => setPages([0]), [key])
  const find = (more: Asked) => void go({ to: '/playbooks/$playbook/rehearsals/$run', params: at, search: { ...asked, ...more }, hash: 'conversations', replace: true })
  const choices: [keyof Asked, string, [string, string][]][] = [
    ['verdict', own.run.byVerdict, Object.entries(summary.verdicts).filter(([, each]) => each.failed).map(([name]) => [name, own.failedAs[name] ?? name])],
    ['customer', own.run.byCustomer, Object.keys(summary.by_customer).map((id) => [id, shown.customers[id] || id])],
    ['step', own.run.byStep, summary.heat.filter((each) => each.left).map((each) => [each.step, shown.steps[each.step]?.says || each.step])],
  ]
  return (
    <section className="sheet" id="conversations" aria-label={own.run.conversations}>
      <Title order={2} size="h4">
        {own.run.conversations}
      </Title>
      <div className="sought">
        {choices.map(([name, label, values]) => (
          <label key={name}>
            <span>{label}</span>
            <select className="typed" value={asked[name] ?? ''} onChange={(event) => find({ [name]: event.currentTarget.value || undefined })}>
              <option value="">{own.run.all}</option>
              {values.map(([value, said]) => (
                <option key={value} value={value}>
                  {said}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {pages.map((from, n) => (
        <Some key={`${key}${from}`} at={at} shown={shown} asked={asked} from={from} more={n === pages.length - 1 ? (next) => setPages([...pages, next]) : undefined} first={n === 0} />
      ))}
    </section>
  )
}

function Some({ at, shown, asked, from, more, first }: { at: Given['at']; shown: Shown; asked: Asked; from: number; more?: ((next: number) => void) | undefined; first: boolean }) {
  const own = useOwnWords({ ko, en })
  const { data: page } = useQuery(playedQuery(at.playbook, at.run, asked, from, shown.run.done ?? 0))
  if (!page) return null
  return (
    <>
      {first && <p role="status">{page.total ? own.run.found(page.total) : own.run.noneFound}</p>}
      <ul className="talks">
        {page.conversations.map((each) => (
          <Row key={each.number} at={at} played={each} />
        ))}
      </ul>
      {page.next != null && more && (
        <Button variant="default" onClick={() => more(page.next as number)}>
          {own.run.more}
        </Button>
      )}
    </>
  )
}

function Row({ at, played }: { at: Given['at']; played: Played }) {
  const own = useOwnWords({ ko, en })
  return (
    <li>
      <Link to="/playbooks/$playbook/rehearsals/$run/$number" params={{ ...at, number: String(played.number) }}>
        {own.talk.title(played.number + 1)} · {played.who || played.customer}
      </Link>
      <span className="soft">
        {own.leaving[played.leaving]}
        {played.failed.length > 0 && ` · ${played.failed.map((name) => own.failedAs[name]).join(' · ')}`}
      </span>
    </li>
  )
}
