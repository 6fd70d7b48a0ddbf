/** A step in a menu: what it does and how its words begin. */

import { titleOf } from './canvas/cards'
import type { Glossary } from './glossary'
import type { Step } from './scene/scene'
import { readable, saidBy } from './scene/sizes'
import type { ko } from './words.ko'

const LONGEST = 22

export function stepLabel(step: Step, own: typeof ko, glossary: Glossary): string {
  const said = readable(saidBy(step), glossary.titles)
  const told = said.length > LONGEST ? `${said.slice(0, LONGEST).trimEnd()}…` : said || step.id
  return `${titleOf(step, own, glossary)} · ${told}`
}
