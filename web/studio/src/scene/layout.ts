/** Where the steps of every scenario stand on the canvas, and the comments between them: layout.json of the draft. */

import { Graph, layout as arrange } from '@dagrejs/dagre'

import type { Scene } from './scene'
import { sizeOf, WIDTH } from './sizes'

export const LAYOUT = 'layout.json'

export interface Point {
  x: number
  y: number
}

export interface Comment extends Point {
  id: string
  text: string
}

export interface Places {
  steps: Readonly<Record<string, Point>>
  comments: readonly Comment[]
}

type File = Record<string, unknown> & { scenarios?: Record<string, Partial<Places>> }

const ACROSS = 96
const DOWN = 36

/** What is kept of one scenario. A file that cannot be read counts as empty: the canvas arranges itself. */
export function placesIn(file: string | undefined, scenario: string): Places {
  const kept = read(file).scenarios?.[scenario]
  const comments: readonly Comment[] = Array.isArray(kept?.comments) ? kept.comments : []
  return {
    steps: Object.fromEntries(Object.entries(kept?.steps ?? {}).filter(([, at]) => isPoint(at))),
    comments: comments.filter((each) => isPoint(each) && typeof each.text === 'string'),
  }
}

/** The file with one scenario's places written anew; other scenarios and unknown keys stay. */
export function withPlaces(file: string | undefined, scenario: string, places: Places): string {
  const whole = read(file)
  const steps = Object.fromEntries(Object.entries(places.steps).map(([id, at]) => [id, rounded(at)]))
  const comments = places.comments.map((each) => ({ ...each, ...rounded(each) }))
  const scenarios = { ...whole.scenarios, [scenario]: comments.length > 0 ? { steps, comments } : { steps } }
  return `${lines({ ...whole, scenarios })}\n`
}

/** Every step's place: those that were kept, and for the others one that follows from the ways. */
export function placed(scene: Scene, places: Places): Record<string, Point> {
  const missing = scene.steps.filter((step) => places.steps[step.id] === undefined)
  if (missing.length === 0) return pick(places.steps, scene)
  const arranged = arrangedPlaces(scene)
  if (missing.length === scene.steps.length) return arranged
  const found: Record<string, Point> = pick(places.steps, scene)
  for (const step of missing) found[step.id] = freePlace(beside(scene, step.id, found) ?? (arranged[step.id] as Point), found)
  return found
}

/** All steps from left to right, in the order the ways lead. */
export function arrangedPlaces(scene: Scene): Record<string, Point> {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', ranksep: ACROSS, nodesep: DOWN, ranker: 'tight-tree' })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const step of scene.steps) graph.setNode(step.id, { width: WIDTH, height: sizeOf(scene, step).height })
  for (const way of scene.ways) if (way.to !== null && !way.lost && way.to !== way.from) graph.setEdge(way.from, way.to)
  arrange(graph)
  return Object.fromEntries(
    scene.steps.map((step) => {
      const { x, y, width, height } = graph.node(step.id) as { x: number; y: number; width: number; height: number }
      return [step.id, rounded({ x: x - width / 2, y: y - height / 2 })]
    }),
  )
}

/** A place right of the step that leads to this one. */
function beside(scene: Scene, id: string, found: Readonly<Record<string, Point>>): Point | undefined {
  const before = scene.ways.find((way) => way.to === id && found[way.from] !== undefined)
  const from = before && found[before.from]
  if (from !== undefined) return { x: from.x + WIDTH + ACROSS, y: from.y }
  const after = scene.ways.find((way) => way.from === id && way.to !== null && found[way.to] !== undefined)
  const to = after?.to == null ? undefined : found[after.to]
  return to === undefined ? undefined : { x: to.x - WIDTH - ACROSS, y: to.y }
}

function freePlace(wanted: Point, found: Readonly<Record<string, Point>>): Point {
  const at = { ...wanted }
  const covered = () => Object.values(found).some((each) => Math.abs(each.x - at.x) < WIDTH && Math.abs(each.y - at.y) < 120)
  while (covered()) at.y += 140
  return at
}

function pick(steps: Readonly<Record<string, Point>>, scene: Scene): Record<string, Point> {
  return Object.fromEntries(Object.entries(steps).filter(([id]) => scene.byId.has(id)))
}

function read(file: string | undefined): File {
  try {
    const found = JSON.parse(file ?? '{}') as unknown
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as File) : {}
  } catch {
    return {}
  }
}

function isPoint(value: unknown): boolean {
  const point = value as Point | null
  return typeof point === 'object' && point !== null && Number.isFinite(point.x) && Number.isFinite(point.y)
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) }
}

/** JSON with one line for each step, so that versions differ where the picture does. */
function lines(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null || isPoint(value)) return JSON.stringify(value)
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((each) => inner + lines(each, inner))
    : Object.entries(value).map(([key, each]) => `${inner}${JSON.stringify(key)}: ${lines(each, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(',\n')}\n${indent}${close}`
}
