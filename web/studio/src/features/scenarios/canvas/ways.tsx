/** All ways as one drawing that moves with the cards: hundreds of them cost no more than one. */

import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo } from 'react'

import { type Curve, headAt, type Label } from './curves'

interface Given {
  curves: readonly Curve[]
  labels: readonly Label[]
  /** The way that is drawn by itself, with its whole words. */
  live: string | null
}

export const Ways = memo(function Ways({ curves, labels, live }: Given) {
  const [written, implied, heads] = useMemo(() => {
    const drawn = (each: boolean) => curves.filter(({ line }) => line.data?.implied === each).map(({ path }) => path)
    return [drawn(false).join(''), drawn(true).join(''), curves.map(({ bend }) => headAt(bend[6], bend[7])).join('')]
  }, [curves])
  return (
    <ViewportPortal>
      <svg className="ways" aria-hidden="true">
        <path className="way-line" d={written} />
        <path className="way-line implied" d={implied} />
        <path className="way-heads" d={heads} />
        {labels.map(({ line, words, x, y }) => (
          <text key={line.id} x={x} y={y} data-words-of={line.id} visibility={line.id === live ? 'hidden' : undefined}>
            {words}
          </text>
        ))}
      </svg>
    </ViewportPortal>
  )
})
