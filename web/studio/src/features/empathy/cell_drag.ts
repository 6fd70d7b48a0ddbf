/** Moves dragged within the table itself: to another place of their cell, or into another cell. */

import { type PointerEvent, useRef, useState } from 'react'

import type { Move } from './moves'

export interface Dragged {
  move: Move
  /** The cell it is over, and its place among the other moves there. */
  cell: string
  index: number
}

// Less than this many pixels is a press, not a drag.
const SLACK = 5

/** Follows the mouse from a move; a finger scrolls the page, and the cards beside the table are for it. */
export function useCellDrag(drop: (dragged: Dragged) => void) {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const now = useRef<Dragged | null>(null)
  const dropped = useRef(drop)
  dropped.current = drop
  const set = (news: Dragged | null) => {
    now.current = news
    setDragged(news)
  }
  const begin = (down: PointerEvent<HTMLElement>) => {
    const move = (down.target as Element).closest('[data-chip]')?.getAttribute('data-chip') as Move | null | undefined
    if (!move || down.button !== 0 || down.pointerType !== 'mouse') return
    const from = { x: down.clientX, y: down.clientY }
    let begun = false
    const moved = (event: globalThis.PointerEvent) => {
      begun ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) >= SLACK
      if (!begun) return
      event.preventDefault()
      const cell = document.elementsFromPoint(event.clientX, event.clientY).find((each) => each.matches('[data-cell]'))
      set(cell ? { move, cell: cell.getAttribute('data-cell') ?? '', index: indexAt(cell, event, move) } : null)
    }
    const stop = (event: Event) => {
      window.removeEventListener('pointermove', moved)
      window.removeEventListener('pointerup', stop)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', escaped, true)
      const last = now.current
      set(null)
      if (!begun) return
      // What was dragged was not pressed.
      window.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
      if (last && event.type === 'pointerup') dropped.current(last)
    }
    const escaped = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && stop(event)
    window.addEventListener('pointermove', moved)
    window.addEventListener('pointerup', stop)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', escaped, true)
  }
  return { dragged, begin }
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

/** Before which of the other moves of a cell a point lies, in the order one reads. */
function indexAt(cell: Element, { clientX, clientY }: { clientX: number; clientY: number }, move: Move): number {
  const others = [...cell.querySelectorAll('[data-chip]')].filter((each) => each.getAttribute('data-chip') !== move)
  return others.filter((each) => {
    const { left, top, width, height } = each.getBoundingClientRect()
    return clientY > top + height || (clientY > top && clientX > left + width / 2)
  }).length
}
