/** What no customer of a rehearsal came by: scenarios, steps, policies and moves. */

import { Title } from '@mantine/core'

import { useOwnWords, useWords } from '../../words/words'
import type { Shown, Summary } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

const SHOWN = 8

export function Never({ shown, summary }: { shown: Shown; summary: Summary }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const missed = Object.entries(summary.coverage ?? {}).filter(([, each]) => each.never.length > 0)
  const named = (kind: string, id: string): string => {
    if (kind === 'scenarios') return shown.scenarios[id] ?? id
    if (kind === 'policies') return shown.policies[id] ?? id
    if (kind === 'moves') return words.move[id as keyof typeof words.move] ?? id
    const step = shown.steps[id]
    return step ? `${shown.scenarios[step.scenario] ?? step.scenario}: ${step.says || id.split('.').at(-1)}` : id
  }
  return (
    <section className="sheet" aria-label={own.run.never}>
      <Title order={2} size="h4">
        {own.run.never}
      </Title>
      {missed.length === 0 && <p>{own.run.neverNone}</p>}
      {missed.map(([kind, { never }]) => (
        <div key={kind}>
          <h3>{own.run.kinds[kind] ?? kind}</h3>
          <ul className="never">
            {never.slice(0, SHOWN).map((id) => (
              <li key={id}>{named(kind, id)}</li>
            ))}
          </ul>
          {never.length > SHOWN && (
            <details>
              <summary>{own.run.andMore(never.length - SHOWN)}</summary>
              <ul className="never">
                {never.slice(SHOWN).map((id) => (
                  <li key={id}>{named(kind, id)}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
    </section>
  )
}
