/** The dots behind the cards: painted once for a zoom, and only moved while the canvas is panned. */

import { useStore } from '@xyflow/react'
import { memo } from 'react'

const GAP = 22
const DOT = 0.7

export const Dots = memo(function Dots() {
  const [x, y, zoom] = useStore((state) => state.transform)
  const gap = GAP * zoom
  const dot = DOT * Math.max(1, zoom)
  return (
    <div
      className="canvas-dots"
      style={{
        inset: -gap,
        backgroundSize: `${gap}px ${gap}px`,
        backgroundImage: `radial-gradient(circle, var(--line) ${dot}px, transparent ${dot + 0.5}px)`,
        transform: `translate(${x % gap}px, ${y % gap}px)`,
      }}
    />
  )
})
