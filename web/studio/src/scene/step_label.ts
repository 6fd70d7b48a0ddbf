/** What a step is called for people, and in a menu: what it does and how its words begin. */

import type { Glossary } from './glossary'
import type { Step } from './scene'
import { readable, saidBy } from './sizes'
import type { ko } from './words.ko'

/** The words of the page, of which names of steps use their part. */
export type Own = Pick<typeof ko, 'kind' | 'called'>

const LONGEST = 22

/** A step's name for people: what it asks for, calls or goes to, else its kind. */
export function titleOf(step: Step, own: Own, glossary: Glossary): string {
  const called = (list: readonly { name: string; title: string }[], name: unknown) =>
    list.find((each) => each.name === name)?.title ?? String(name)
  if (step.kind === 'ask') return own.called.ask(called(glossary.slots, step.fields.ask))
  if (step.kind === 'call') return own.called.call(called(glossary.actions, step.fields.call))
  if (step.kind === 'go') return own.called.go(called(glossary.scenarios, step.fields.go))
  return own.kind[step.kind]
}

export function stepLabel(step: Step, own: Own, glossary: Glossary): string {
  const said = readable(saidBy(step), glossary.titles)
  const told = said.length > LONGEST ? `${said.slice(0, LONGEST).trimEnd()}…` : said || step.id
  return `${titleOf(step, own, glossary)} · ${told}`
}
