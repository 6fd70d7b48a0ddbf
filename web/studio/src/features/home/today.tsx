/** Four numbers of today, each beside yesterday's until the same hour. */

import { Title } from '@mantine/core'

import type { components } from '../../../../shared/api.generated'
import { useWords } from '../../words/words'

type Happened = components['schemas']['Happened']
const NAMES = ['conversations', 'messages', 'solved', 'handoffs'] as const

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
              <dt>{words.home[name]}</dt>
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
