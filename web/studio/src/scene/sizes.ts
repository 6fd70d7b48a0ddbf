/** How large a step is drawn, known before it is: the canvas need not measure hundreds of them. In pixels. */

import type { Exit, Scene, Step } from './scene'
import { firstWords } from './wordings'

export const WIDTH = 264
export const HEAD = 36
export const LINE = 20
export const ROW = 28
export const EDGE = 10
// About what fits into a line of the card: a Hangul syllable is twice as wide as a Latin letter.
const LINE_HOLDS = 36
// About as long as what a value is called.
const STAND_IN = '\u2039abcdefg\u203a'

/** The ways of a step that have a row of their own; the way on leaves at the head. */
export function rowsOf(scene: Scene, step: Step): Exit[] {
  return scene.ways.filter((way) => way.from === step.id && way.port !== 'next')
}

export function sizeOf(scene: Scene, step: Step): { height: number; lines: number } {
  const rows = rowsOf(scene, step).length
  const lines = linesOf(step)
  return { height: HEAD + (lines > 0 ? lines * LINE + EDGE : 0) + (rows > 0 ? rows * ROW + EDGE / 2 : 0) + 2, lines }
}

/** What a step says, as it is written. */
export function saidBy(step: Step): string {
  const { kind, fields } = step
  if (kind === 'say' || kind === 'hand_off' || kind === 'end') return firstWords(fields[kind])
  if (kind === 'ask' || kind === 'choose') return firstWords(fields.say)
  return ''
}

function linesOf(step: Step): number {
  if (step.kind === 'branch') return 0
  if (step.kind === 'call' || step.kind === 'go') return 1
  const said = saidBy(step)
  if (said === '') return step.kind === 'say' ? 1 : 0
  const width = [...said.replace(/\{[^}]*\}/g, STAND_IN)].reduce((sum, sign) => sum + (sign > '\u1100' ? 2 : 1), 0)
  return Math.min(3, Math.ceil(width / LINE_HOLDS))
}

/** The same for people: values by what they are called. */
export function readable(said: string, titles: Readonly<Record<string, string>>): string {
  return said.replace(/\{([^}]*)\}/g, (_, name: string) => `\u2039${titles[name.trim()] ?? name.trim()}\u203a`)
}
