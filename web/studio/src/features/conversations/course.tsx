/** The course of the mood: a curve to look at, and the same points as links to the messages. */

import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'

import type { components } from '../../../../shared/api.generated'
import { useWords } from '../../words/words'

const Curve = lazy(() => import('./course_chart'))

export function goTo(version: number): void {
  const line = document.getElementById(`line-${version}`)
  line?.scrollIntoView({ block: 'center', behavior: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  line?.focus({ preventScroll: true })
}

export function Course({ transcript }: { transcript: components['schemas']['Transcript'] }) {
  const { words } = useWords()
  const turns = new Map(transcript.turning_points.map((each) => [each.message, each]))
  return (
    <>
      <div className="course-chart" aria-hidden="true">
        <Suspense fallback={<Skeleton height={190} radius="md" />}>
          <Curve transcript={transcript} />
        </Suspense>
      </div>
      <ol className="points">
        {transcript.mood.map((each, n) => {
          const turn = turns.get(each.message)
          return (
            <li key={each.message}>
              <button onClick={() => goTo(each.version)}>
                <span className="unseen">{words.read.pointGo(n + 1)}</span>
                <span className={`feeling ${each.group}`}>{words.emotion[each.emotion]}</span>
                {turn && <span className="soft">{turn.now < turn.before ? words.read.fell : words.read.rose}</span>}
              </button>
            </li>
          )
        })}
      </ol>
    </>
  )
}
