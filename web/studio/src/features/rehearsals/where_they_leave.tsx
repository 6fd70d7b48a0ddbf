/** Where customers leave: the scenarios with their steps, and the way to see each on its picture. */

import { Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { useOwnWords } from '../../words/words'
import type { Shown, Spot, Summary } from './asking'
import { heatOf } from './heat_of'
import { StepHeat } from './step_heat'
import { en } from './words.en'
import { ko } from './words.ko'

export function WhereTheyLeave({ at, shown, summary }: { at: { playbook: string; run: string }; shown: Shown; summary: Summary }) {
  const own = useOwnWords({ ko, en })
  const scenarios = byScenario(summary.heat)
  return (
    <section className="sheet" aria-label={own.run.heat}>
      <div>
        <Title order={2} size="h4">
          {own.run.heat}
        </Title>
        <p className="soft">{own.run.heatLead}</p>
      </div>
      {scenarios.length === 0 && <p>{own.run.noHeat}</p>}
      <ul className="hot">
        {scenarios.map(([scenario, spots]) => {
          const hurt = spots.filter((each) => ['angry', 'left', 'turned'].includes(heatOf(each).warmth))
          return (
            <li key={scenario}>
              <Link to="/playbooks/$playbook/scenarios/$scenario" params={{ playbook: at.playbook, scenario }} search={{ heat: at.run }}>
                {own.run.onCanvas(shown.scenarios[scenario] ?? scenario)}
              </Link>
              {hurt.length === 0 ? (
                <span className="soft">{own.run.calm}</span>
              ) : (
                <ul>
                  {hurt.map((each) => (
                    <li key={each.step}>
                      <StepHeat spot={each} shown={shown} />
                      {(each.left ?? 0) > 0 && (
                        <Link to="/playbooks/$playbook/rehearsals/$run" params={at} search={{ step: each.step }} hash="conversations">
                          {own.heat.see}
                        </Link>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The scenarios in the order of their worst step; the server tells the worst steps first. */
function byScenario(heat: readonly Spot[]): [string, Spot[]][] {
  const found = new Map<string, Spot[]>()
  for (const each of heat) {
    const scenario = each.step.split('.')[0] as string
    found.set(scenario, [...(found.get(scenario) ?? []), each])
  }
  return [...found]
}
