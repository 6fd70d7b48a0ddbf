/** Beside the talk on its own page: the mood's course, where the try stands, and what it knows. */

import { Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { useOwnWords, useWords } from '../../words/words'
import { MoodLine } from './mood_line'
import type { Tried } from './play'
import { en } from './words.en'
import { ko } from './words.ko'

export function Standing({ playbook, tried }: { playbook: string; tried?: Tried | null }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const last = tried?.came.at(-1)
  const place = last?.stands_at
  const knows = Object.entries(last?.knows ?? {})
  return (
    <aside className="try-standing" aria-label={own.standing}>
      <section>
        <Title order={2} size="h5">
          {own.curve}
        </Title>
        {tried?.mood.length ? <MoodLine mood={tried.mood} tall /> : <p className="soft">{own.curveEmpty}</p>}
      </section>
      <section>
        <Title order={2} size="h5">
          {own.standing}
        </Title>
        <p>
          {place ? (
            <Link to="/playbooks/$playbook/scenarios/$scenario" params={{ playbook, scenario: place.scenario }} search={{ step: place.step }}>
              {tried?.scenarios?.[place.scenario] ?? place.scenario}
            </Link>
          ) : (
            <span className="soft">{own.nowhere}</span>
          )}
        </p>
        {last && last.holder !== 'assistant' && <p>{words.read.held[last.holder]}</p>}
      </section>
      <section>
        <Title order={2} size="h5">
          {own.knows}
        </Title>
        {knows.length ? (
          <dl>
            {knows.map(([name, value]) => (
              <div key={name}>
                <dt className="soft">{tried?.slots?.[name] ?? name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className="soft">{own.knowsNothing}</p>
        )}
      </section>
    </aside>
  )
}
