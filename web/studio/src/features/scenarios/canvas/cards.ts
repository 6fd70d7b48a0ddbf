/** What is drawn of every step and way; what did not change stays the same object, so that it is not drawn again. */

import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react'

import type { Finding } from '../../../draft/draft'
import { conditionInWords } from '../../../scene/conditions'
import type { Glossary } from '../../../scene/glossary'
import type { Comment, Point } from '../../../scene/layout'
import type { Kind, Port, Scene, Step, Way } from '../../../scene/scene'
import { EDGE, HEAD, LINE, readable, ROW, rowsOf, saidBy, sizeOf, WIDTH } from '../../../scene/sizes'
import { titleOf } from '../../../scene/step_label'
import { wayId } from '../../../scene/walk'
import type { ko } from '../words.ko'

export interface Row {
  port: Port
  words: string
  open: boolean
}

export interface CardData extends Record<string, unknown> {
  id: string
  kind: Kind
  title: string
  said: string
  lines: number
  rows: Row[]
  /** Whether a way on leaves at the head. */
  goesOn: boolean
  first: boolean
  errors: number
  warnings: number
  notes: number
  lit: boolean
  dimmed: boolean
}

export interface CommentData extends Record<string, unknown> {
  text: string
}

export type Card = Node<CardData, 'step'>
export type CommentCard = Node<CommentData, 'comment'>
export type Line = Edge<{ words: string; implied: boolean }, 'way'>
export type Own = typeof ko

export interface Shown {
  scene: Scene
  places: Readonly<Record<string, Point>>
  comments: readonly Comment[]
  picked: readonly string[]
  glossary: Glossary
  findingsOf: (id: string) => readonly Finding[]
  notesOf: (id: string) => number
  lit: string | null
  found: ReadonlySet<string> | null
  own: Own
}

/** Cards of the steps and comments; a card equal to the one before is that one. */
export function cardsOf(shown: Shown, before: readonly (Card | CommentCard)[]): (Card | CommentCard)[] {
  const known = new Map(before.map((each) => [each.id, each]))
  const steps = shown.scene.steps.map((step, at) => {
    const place = shown.places[step.id] ?? { x: 0, y: 0 }
    const { height } = sizeOf(shown.scene, step)
    const data = dataOf(shown, step, at === 0)
    return kept(known.get(step.id) as Card | undefined, standing({
      id: step.id,
      type: 'step',
      position: place,
      width: WIDTH,
      height,
      // Known before it is drawn: nothing need be measured, and ways lead to cards out of sight.
      measured: { width: WIDTH, height },
      handles: handlesOf(data),
      selected: shown.picked.includes(step.id),
      data,
    } satisfies Card))
  })
  const comments = shown.comments.map((comment) =>
    kept(known.get(commentId(comment.id)) as CommentCard | undefined, standing({
      id: commentId(comment.id),
      type: 'comment',
      position: { x: comment.x, y: comment.y },
      selected: shown.picked.includes(commentId(comment.id)),
      data: { text: comment.text },
      zIndex: -1,
    } satisfies CommentCard)),
  )
  return [...steps, ...comments]
}

/** The card at a place of its own instead of by a transform: hundreds of those cost every frame. */
export function standing<Kind extends Card | CommentCard>(card: Kind): Kind {
  const { x, y } = card.position
  return card.style?.left === x && card.style.top === y ? card : { ...card, style: { left: x, top: y, transform: 'none' } }
}

export function commentId(id: string): string {
  return `comment:${id}`
}

function dataOf(shown: Shown, step: Step, first: boolean): CardData {
  const { scene, own, glossary } = shown
  const findings = shown.findingsOf(step.id)
  const rows = rowsOf(scene, step).map((exit) => ({ port: exit.port, words: exitInWords(exit, own, glossary), open: exit.to === null }))
  return {
    id: step.id,
    kind: step.kind,
    title: titleOf(step, own, glossary),
    said: readable(saidBy(step), glossary.titles),
    lines: sizeOf(scene, step).lines,
    rows,
    goesOn: scene.ways.some((way) => way.from === step.id && way.port === 'next'),
    first,
    errors: findings.filter((each) => each.severity === 'error').length,
    warnings: findings.filter((each) => each.severity === 'warning').length,
    notes: shown.notesOf(step.id),
    lit: shown.lit === step.id,
    dimmed: shown.found !== null && !shown.found.has(step.id),
  }
}

export function exitInWords(exit: Pick<Way, 'port' | 'when' | 'label'>, own: Own, glossary: Glossary): string {
  if (exit.port === 'otherwise' || exit.port === 'if_fails' || exit.port === 'next') return own.exit[exit.port]
  if (exit.port.startsWith('option')) return exit.label === undefined || exit.label === '' ? own.exit.option : exit.label
  return exit.when === undefined ? own.condition.always : conditionInWords(exit.when, own, glossary.titles)
}

/** Where a way leaves its card, from the card's top. */
export function exitTop(data: CardData, at: number): number {
  const words = data.lines > 0 ? data.lines * LINE + EDGE : 0
  return HEAD + words + at * ROW + ROW / 2 + 2
}

/** Where ways leave and come in: as canvas.css sets the points. */
function handlesOf(data: CardData): NodeHandle[] {
  const at = (id: string, type: 'source' | 'target', top: number): NodeHandle => {
    const left = type === 'target'
    return { id, type, position: left ? Position.Left : Position.Right, x: left ? -6 : WIDTH - 5, y: top - 6, width: 11, height: 11 }
  }
  const next = data.goesOn ? [at('next', 'source', HEAD / 2)] : []
  return [at('in', 'target', HEAD / 2), ...next, ...data.rows.map((row, n) => at(row.port, 'source', exitTop(data, n)))]
}

export function linesOf(scene: Scene, own: Own, glossary: Glossary, before: readonly Line[]): Line[] {
  const known = new Map(before.map((each) => [each.id, each]))
  return scene.ways
    .filter((way) => way.to !== null && !way.lost)
    .map((way) => {
      const words = exitInWords(way, own, glossary)
      const line = {
        id: wayId(way),
        type: 'way',
        source: way.from,
        sourceHandle: way.port,
        target: way.to as string,
        targetHandle: 'in',
        data: { words, implied: way.implied },
        ariaLabel: words,
      } satisfies Line
      const was = known.get(line.id)
      return was !== undefined && was.target === line.target && was.data?.words === words && was.data.implied === way.implied ? was : line
    })
}

function kept<Kind extends Card | CommentCard>(before: Kind | undefined, now: Kind): Kind {
  if (before === undefined) return now
  const data = JSON.stringify(before.data) === JSON.stringify(now.data) ? before.data : now.data
  const same =
    data === before.data &&
    before.selected === now.selected &&
    before.height === now.height &&
    before.position.x === now.position.x &&
    before.position.y === now.position.y
  // What the canvas measured of the card goes on with it.
  return same ? before : { ...before, ...now, data }
}
