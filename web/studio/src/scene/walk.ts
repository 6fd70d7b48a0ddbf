/** Going along the ways of a step by keyboard: out to where they lead, in to where they come from. */

import type { Exit, Port, Scene, Step, Way } from './scene'

export type Side = 'out' | 'in'

/** A way among those of one side of a step. */
export interface Walk {
  step: string
  side: Side
  at: number
}

/** What a way is called on the canvas. */
export function wayId({ from, port }: Pick<Way, 'from' | 'port'>): string {
  return `${from}|${port}`
}

/** The ways out of a step, also those that lead nowhere yet, or the ways that lead into it. */
export function waysAt(scene: Scene, step: string, side: Side): readonly Way[] {
  return scene.ways.filter((way) => (side === 'out' ? way.from : way.to) === step)
}

/** The way a walk has come to; a way that is gone gives its place to the next, else to the one before. */
export function wayOf(scene: Scene, { step, side, at }: Walk): Way | undefined {
  const ways = waysAt(scene, step, side)
  return ways[Math.min(at, ways.length - 1)]
}

/** The next way of the same side, or the one before; behind the last comes the first. */
export function turned(scene: Scene, walk: Walk, by: 1 | -1): Walk {
  const many = waysAt(scene, walk.step, walk.side).length
  return many === 0 ? walk : { ...walk, at: (Math.min(walk.at, many - 1) + by + many) % many }
}

/** The same way, seen from the step it leaves: there its condition is written. */
export function fromItsStep(scene: Scene, way: Way): Walk {
  return { step: way.from, side: 'out', at: waysAt(scene, way.from, 'out').indexOf(way) }
}

/** Why a way cannot be taken away: it follows because the step stands below, or a branch needs it. */
export function keptBy(scene: Scene, way: Way): 'implied' | 'last' | null {
  if (!way.port.startsWith('way:')) return way.implied ? 'implied' : null
  return waysAt(scene, way.from, 'out').filter((each) => each.port.startsWith('way:')).length < 2 ? 'last' : null
}

export type Open = Pick<Exit, 'port' | 'to' | 'when' | 'label'>

/** Every way out that can be led somewhere, also those nobody wrote yet. */
export function openings(scene: Scene, step: Step): readonly Open[] {
  const ways = waysAt(scene, step.id, 'out')
  const more = { ask: 'otherwise', choose: 'otherwise', call: 'if_fails' }[step.kind as string] as Port | undefined
  return more === undefined || ways.some((way) => way.port === more) ? ways : [...ways, { port: more, to: null }]
}

/** The one to begin with: one that leads nowhere yet, else the way on. */
export function firstOpening(scene: Scene, step: Step): Port | undefined {
  const ways = waysAt(scene, step.id, 'out')
  return (ways.find((way) => way.to === null) ?? ways.find((way) => way.port === 'next') ?? ways[0])?.port
}
