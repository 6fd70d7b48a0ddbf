/** The way under the pointer, or the chosen one: its whole words, and a plus in its middle to put a step there. */

import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react'
import { memo } from 'react'

import type { Line } from './cards'
import { headAt } from './curves'

export const WayLine = memo(function WayLine(props: EdgeProps<Line>) {
  const [path, x, y] = getBezierPath(props)
  return (
    <>
      <BaseEdge path={path} interactionWidth={18} />
      <path className="way-heads" d={headAt(props.targetX, props.targetY)} />
      <circle className="way-end" cx={props.sourceX} cy={props.sourceY} r={7} />
      <circle className="way-end" cx={props.targetX} cy={props.targetY} r={7} />
      <g className="way-add" transform={`translate(${x} ${y})`} data-way={props.id}>
        <circle r={11} />
        <path d="M-5 0h10M0-5v10" />
      </g>
      {props.sourceHandleId !== 'next' && (
        <EdgeLabelRenderer>
          <div className="way-words" style={{ transform: `translate(-50%, -100%) translate(${x}px, ${y - 16}px)` }}>
            {props.data?.words}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
})
