/** The whole scenario in a corner: where the canvas is, and a press leads elsewhere. Its cards are drawn once; only the frame moves. */

import { Panel, useReactFlow, useStore } from '@xyflow/react'
import { memo, type PointerEvent, useEffect, useMemo, useRef } from 'react'

import { WIDTH } from '../../../scene/sizes'
import type { Card, CommentCard } from './cards'

const SIZE = { width: 150, height: 100 }
const EDGE = 8
// As much of the frame is seen at the least, however far off the canvas is.
const SEEN = 5
const HEIGHT = 60
const COLOURS: Record<string, string> = { say: '#3f9880', ask: '#b9862b', choose: '#b9862b', branch: '#7f6bb3', call: '#4a7fb0' }

interface Given {
  label: string
  cards: readonly (Card | CommentCard)[]
}

/** How the picture is drawn small: so many pixels a pixel, and what stands at its corner. */
interface Small {
  scale: number
  left: number
  top: number
}

export const Overview = memo(function Overview({ label, cards }: Given) {
  const small = useMemo(() => smallOf(cards), [cards])
  const map = useRef<HTMLDivElement>(null)
  const { setCenter, getZoom, zoomTo } = useReactFlow()
  useEffect(() => {
    const turned = (event: WheelEvent) => {
      event.preventDefault()
      void zoomTo(getZoom() * 2 ** (-event.deltaY / 300))
    }
    const held = map.current
    held?.addEventListener('wheel', turned, { passive: false })
    return () => held?.removeEventListener('wheel', turned)
  }, [getZoom, zoomTo])
  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = event.currentTarget.getBoundingClientRect()
    const { scale, left, top } = small
    void setCenter(left + (event.clientX - box.left) / scale, top + (event.clientY - box.top) / scale, { zoom: getZoom() })
  }
  return (
    <Panel position="bottom-right" className="overview">
      <div ref={map} role="img" aria-label={label} style={SIZE} onPointerDown={go} onPointerMove={go}>
        <Cards cards={cards} small={small} />
        <Frame small={small} />
      </div>
    </Panel>
  )
})

const Cards = memo(function Cards({ cards, small: { scale, left, top } }: { cards: Given['cards']; small: Small }) {
  return (
    <svg {...SIZE} aria-hidden="true">
      <g transform={`scale(${scale}) translate(${-left} ${-top})`}>
        {cards.map(({ id, data, position, width = WIDTH, height = HEIGHT }) => (
          <rect key={id} {...position} width={width} height={height} rx={12} fill={COLOURS[String(data.kind)] ?? '#8d958f'} />
        ))}
      </g>
    </svg>
  )
})

/** What is seen of the canvas now. */
function Frame({ small: { scale, left, top } }: { small: Small }) {
  const [x, y, zoom] = useStore((state) => state.transform)
  const width = (useStore((state) => state.width) / zoom) * scale
  const height = (useStore((state) => state.height) / zoom) * scale
  const within = (at: number, length: number, all: number) => Math.max(SEEN - length, Math.min(all - SEEN, at))
  const across = within((-x / zoom - left) * scale, width, SIZE.width)
  const down = within((-y / zoom - top) * scale, height, SIZE.height)
  return <div className="overview-frame" style={{ width, height, transform: `translate(${across}px, ${down}px)` }} />
}

function smallOf(cards: Given['cards']): Small {
  if (cards.length === 0) return { scale: 1, left: 0, top: 0 }
  const left = Math.min(...cards.map(({ position }) => position.x))
  const top = Math.min(...cards.map(({ position }) => position.y))
  const width = Math.max(...cards.map(({ position, width = WIDTH }) => position.x + width)) - left
  const height = Math.max(...cards.map(({ position, height = HEIGHT }) => position.y + height)) - top
  const scale = Math.min((SIZE.width - 2 * EDGE) / width, (SIZE.height - 2 * EDGE) / height)
  return { scale, left: left - (SIZE.width / scale - width) / 2, top: top - (SIZE.height / scale - height) / 2 }
}
