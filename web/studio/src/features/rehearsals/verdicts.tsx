/** Every verdict of a rehearsal with how often it was fine, unclear and not, and why it was not. */

import { Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { useOwnWords } from '../../words/words'
import type { Summary, Verdict } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

export function Verdicts({ at, summary }: { at: { playbook: string; run: string }; summary: Summary }) {
  const own = useOwnWords({ ko, en })
  return (
    <section className="sheet" aria-label={own.run.verdicts}>
      <div>
        <Title order={2} size="h4">
          {own.run.verdicts}
        </Title>
        <p className="soft">{own.run.verdictsLead}</p>
      </div>
      <ul className="verdicts">
        {(Object.entries(summary.verdicts) as [Verdict, Partial<Record<'passed' | 'unsure' | 'failed', number>>][]).map(([name, counts]) => (
          <li key={name}>
            <span>{own.verdict[name]}</span>
            <span className="verdict-bar" aria-hidden="true">
              {(['passed', 'unsure', 'failed'] as const).map((judged) => (
                <i key={judged} className={judged} style={{ flexGrow: counts[judged] ?? 0 }} />
              ))}
            </span>
            <span className="soft verdict-counts">
              {(['passed', 'unsure'] as const).map((judged) => (counts[judged] ? <span key={judged}>{`${own.run[judged]} ${counts[judged]}`}</span> : null))}
              {counts.failed ? (
                <Link to="/playbooks/$playbook/rehearsals/$run" params={at} search={{ verdict: name }} hash="conversations">
                  {`${own.run.failed} ${counts.failed}`}
                </Link>
              ) : null}
            </span>
            <Reasons name={name} summary={summary} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reasons({ name, summary }: { name: string; summary: Summary }) {
  const own = useOwnWords({ ko, en })
  const why = Object.entries(summary.reasons).filter(([reason]) => reason.startsWith(`${name}.`))
  if (why.length === 0) return null
  return (
    <small className="soft">
      {why.map(([reason, count]) => `${own.reason[reason.slice(name.length + 1)] ?? reason} (${own.run.times(count)})`).join(' · ')}
    </small>
  )
}
