/** The ways as curves: drawn together as one picture, found under the pointer by where they run. In the canvas's pixels. */

import { getBezierPath, Position } from '@xyflow/react'

import type { Card, CommentCard, Line } from './cards'

export interface Curve {
  line: Line
  path: string
  /** From the start over the two points that bend it to the end. */
  bend: readonly [number, number, number, number, number, number, number, number]
}

export interface Label {
  line: Line
  words: string
  x: number
  y: number
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const PIECES = 24
const LABEL_HOLDS = 16
const LABEL_HEIGHT = 18
const SIGN_WIDTH = 5.8
// Where on a way its words may stand, the best place first: nearer to where it leads than to where they stand already.
const PLACES = [0.6, 0.7, 0.5, 0.8, 0.4, 0.3, 0.2]

export function curvesOf(lines: readonly Line[], cards: readonly (Card | CommentCard)[]): Curve[] {
  const byId = new Map(cards.map((each) => [each.id, each]))
  return lines.flatMap((line) => {
    const start = pointOf(byId.get(line.source), line.sourceHandle)
    const end = pointOf(byId.get(line.target), line.targetHandle)
    if (start === undefined || end === undefined) return []
    const [path] = getBezierPath({
      sourceX: start.x,
      sourceY: start.y,
      sourcePosition: Position.Right,
      targetX: end.x,
      targetY: end.y,
      targetPosition: Position.Left,
    })
    const bend = (path.match(/-?\d[\d.]*(e-?\d+)?/g) ?? []).map(Number) as unknown as Curve['bend']
    return [{ line, path, bend }]
  })
}

/** The head of an arrow that comes in from the left. */
export function headAt(x: number, y: number): string {
  return `M${x - 9} ${y - 5}L${x} ${y}L${x - 9} ${y + 5}z`
}

export function pointOn({ bend: [ax, ay, bx, by, cx, cy, dx, dy] }: Curve, t: number): [number, number] {
  const s = 1 - t
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return [a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy]
}

/** The way that runs nearest to a place, when it is not farther off than `reach`. */
export function nearest(curves: readonly Curve[], x: number, y: number, reach: number): Line | undefined {
  let found: Line | undefined
  let best = reach
  for (const curve of curves) {
    const { bend } = curve
    if (x < Math.min(bend[0], bend[2], bend[4], bend[6]) - reach || x > Math.max(bend[0], bend[2], bend[4], bend[6]) + reach) continue
    if (y < Math.min(bend[1], bend[3], bend[5], bend[7]) - reach || y > Math.max(bend[1], bend[3], bend[5], bend[7]) + reach) continue
    let from = pointOn(curve, 0)
    for (let piece = 1; piece <= PIECES; piece++) {
      const to = pointOn(curve, piece / PIECES)
      const away = distance(x, y, from, to)
      if (away < best) [best, found] = [away, curve.line]
      from = to
    }
  }
  return found
}

/** Short words for every way with a condition, where they cover neither a card nor each other; without room, none. */
export function labelsOf(curves: readonly Curve[], cards: readonly (Card | CommentCard)[]): Label[] {
  const taken: Box[] = cards.map(({ position: { x, y }, width = 220, height = 60 }) => ({ left: x, top: y, right: x + width, bottom: y + height }))
  return curves.flatMap((curve) => {
    if (curve.line.sourceHandle === 'next') return []
    const words = shortened(curve.line.data?.words ?? '')
    const half = (widthOf(words) * SIGN_WIDTH) / 2 + 3
    for (const t of words === '' ? [] : PLACES) {
      const [x, y] = pointOn(curve, t)
      const box = { left: x - half, top: y - LABEL_HEIGHT / 2, right: x + half, bottom: y + LABEL_HEIGHT / 2 }
      if (taken.some((each) => each.left < box.right && box.left < each.right && each.top < box.bottom && box.top < each.bottom)) continue
      taken.push(box)
      return [{ line: curve.line, words, x: Math.round(x), y: Math.round(y) }]
    }
    return []
  })
}

/** As much as stands between two columns, with an ellipsis where something is left out. */
export function shortened(words: string): string {
  if (widthOf(words) <= LABEL_HOLDS) return words
  let kept = ''
  for (const sign of words) {
    if (widthOf(kept + sign) >= LABEL_HOLDS) break
    kept += sign
  }
  return `${kept.trimEnd()}…`
}

// A Hangul syllable is twice as wide as a Latin letter.
function widthOf(words: string): number {
  return [...words].reduce((sum, sign) => sum + (sign > '\u1100' && sign !== '…' ? 2 : 1), 0)
}

function pointOf(card: Card | CommentCard | undefined, port: string | null | undefined): { x: number; y: number } | undefined {
  const handle = card?.handles?.find((each) => each.id === port)
  if (card === undefined || handle === undefined) return undefined
  const { width = 0, height = 0 } = handle
  const x = card.position.x + handle.x + (handle.position === Position.Right ? width : 0)
  return { x, y: card.position.y + handle.y + height / 2 }
}

function distance(x: number, y: number, [ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
