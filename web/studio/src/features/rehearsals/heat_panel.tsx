/** A rehearsal on the picture of a scenario: what the colours mean, and the same step by step as a list. */

import './heat.css'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'

import { Failed } from '../../frame/states'
import { useOwnWords } from '../../words/words'
import { type Shown, runQuery } from './asking'
import { HeatShown, heatsOf, WARMTHS } from './heat_of'
import { StepHeat } from './step_heat'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  playbook: string
  scenario: string
  run: string
  children: ReactNode
}

/** Shows what is in it with the colours of a rehearsal. */
export function WithHeat({ playbook, scenario, run, children }: Given) {
  const { data: shown, error, refetch } = useQuery(runQuery(playbook, run))
  const heats = useMemo(() => (shown ? heatsOf(shown.summary?.heat ?? [], scenario) : null), [shown, scenario])
  if (error && !shown) return <Failed problem={error} again={() => void refetch()} />
  return (
    <HeatShown value={heats}>
      {shown && <HeatPanel playbook={playbook} scenario={scenario} shown={shown} />}
      {children}
    </HeatShown>
  )
}

function HeatPanel({ playbook, scenario, shown }: { playbook: string; scenario: string; shown: Shown }) {
  const own = useOwnWords({ ko, en })
  const spots = (shown.summary?.heat ?? []).filter((each) => each.step.startsWith(`${scenario}.`))
  return (
    <section className="heat-panel" aria-label={own.heat.title}>
      <div>
        <b>{own.heat.title}</b>
        <span className="soft">{own.heat.lead(shown.run.done ?? 0)}</span>
        <Link to="/playbooks/$playbook/rehearsals/$run" params={{ playbook, run: shown.run.id }}>
          {own.heat.result}
        </Link>
        <Link to="/playbooks/$playbook/scenarios/$scenario" params={{ playbook, scenario }} search={{}}>
          {own.heat.off}
        </Link>
      </div>
      <ul className="heat-legend" aria-label={own.heat.legend}>
        {WARMTHS.map((each) => (
          <li key={each}>
            <i className={`heat-${each}`} aria-hidden="true" /> {own.heat[each]}
          </li>
        ))}
      </ul>
      <details>
        <summary>{own.heat.list}</summary>
        <ul className="heat-steps">
          {spots.map((each) => (
            <li key={each.step}>
              <StepHeat spot={each} shown={shown} />
              {(each.left ?? 0) > 0 && (
                <Link to="/playbooks/$playbook/rehearsals/$run" params={{ playbook, run: shown.run.id }} search={{ step: each.step }} hash="conversations">
                  {own.heat.see}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
