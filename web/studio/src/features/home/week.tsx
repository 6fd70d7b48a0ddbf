/** Seven days as bars; the chart library comes only for this, and the same numbers are there to be read. */

import { Skeleton, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

import type { components } from '../../../../shared/api.generated'
import { day } from '../../words/times'
import { useWords } from '../../words/words'

const Chart = lazy(() => import('./week_chart'))

export function Week({ days }: { days: components['schemas']['DayFelt'][] }) {
  const { words, language } = useWords()
  const sum = (name: 'conversations' | 'hurt') => days.reduce((total, each) => total + each[name], 0)
  return (
    <section className="card" aria-labelledby="week">
      <Title order={2} size="h4" id="week">
        {words.home.week}
      </Title>
      <Text className="soft" size="sm" mt={4}>
        {words.home.weekSummary(sum('conversations'))}{' '}
        {sum('hurt') > 0 && (
          <Link to="/conversations" search={{ period: '7', fact: 'hurt' }}>
            {words.home.weekHurt(sum('hurt'))}
          </Link>
        )}
      </Text>
      <div className="week-chart" aria-hidden="true">
        <Suspense fallback={<Skeleton height={220} radius="md" />}>
          <Chart days={days} />
        </Suspense>
      </div>
      <ul className="unseen">
        {days.map((each) => (
          <li key={each.begins}>{words.home.weekRow(day(new Date(each.begins), language), each.conversations, each.hurt)}</li>
        ))}
      </ul>
    </section>
  )
}
