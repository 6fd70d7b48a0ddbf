/** A way from one step to the next, with a plus in its middle to put a step there. */

import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react'
import { memo } from 'react'

import type { Line } from './cards'

export const WayLine = memo(function WayLine(props: EdgeProps<Line>) {
  const [path, x, y] = getBezierPath(props)
  return (
    <>
      <BaseEdge path={path} markerEnd={props.markerEnd} interactionWidth={18} />
      <g className="way-add" transform={`translate(${x} ${y})`} data-way={props.id}>
        <title>{props.data?.words}</title>
        <circle r={11} />
        <path d="M-5 0h10M0-5v10" />
      </g>
    </>
  )
})
