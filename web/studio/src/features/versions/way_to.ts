/** From a value's place in the playbook to the page that shows it. */

import { placeOf } from '../../draft/section'

const PAGES = { empathy: 'empathy', persona: 'persona', intents: 'intents', answers: 'intents' } as const

/** The address, null where no page shows such a value. */
export function wayTo(playbook: string, where: readonly (string | number)[]): string | null {
  const [kind, name] = where
  if (kind === 'scenarios') {
    const all = placeOf(playbook, 'scenarios')
    return typeof name === 'string' ? `${all}/${encodeURIComponent(name)}` : all
  }
  const page = PAGES[kind as keyof typeof PAGES]
  return page ? placeOf(playbook, page) : null
}
