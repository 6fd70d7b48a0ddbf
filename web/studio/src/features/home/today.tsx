/** Four numbers of today, each beside yesterday's until the same hour. */

import { Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { components } from '../../../../shared/api.generated'
import { useWords } from '../../words/words'
import type { Asked } from '../conversations/asked'

type Happened = components['schemas']['Happened']
/** The numbers, each with the conversations it counts. */
const NUMBERS = {
  conversations: { period: '1', fact: 'wrote' },
  messages: { period: '1', fact: 'wrote' },
  solved: { period: '1', fact: 'solved' },
  handoffs: { period: '1', fact: 'handed_over' },
} as const satisfies Record<string, Asked>
const NAMES = Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]

export function Today({ today, yesterday }: { today: Happened; yesterday: Happened }) {
  const { words } = useWords()
  return (
    <section aria-labelledby="today">
      <Title order={2} size="h4" id="today">
        {words.home.today}
      </Title>
      <dl className="numbers">
        {NAMES.map((name) => {
          const change = (today[name] ?? 0) - (yesterday[name] ?? 0)
          return (
            <div key={name} className="card number">
              <dt>
                <Link to="/conversations" search={NUMBERS[name]}>
                  {words.home[name]}
                </Link>
              </dt>
              <dd>{today[name] ?? 0}</dd>
              <dd className="soft">
                {change > 0 ? words.home.more(change) : change < 0 ? words.home.fewer(-change) : words.home.same}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
