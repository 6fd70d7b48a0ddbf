/** From a value's place in the playbook to the page that shows it. */

import type { Texts } from '../../draft/draft'
import { placeOf } from '../../draft/section'
import { get, parse } from '../../yaml/document'

const PAGES = { empathy: 'empathy', persona: 'persona', intents: 'intents', answers: 'intents' } as const

export interface Way {
  to: string
  /** The step a scenario's page shall open at. */
  search?: { step: string }
}

/** The address, null where no page shows such a value. `texts` are the files in which steps are looked up. */
export function wayTo(playbook: string, where: readonly (string | number)[], texts: Texts): Way | null {
  const [kind, name, part, number] = where
  if (kind === 'scenarios') {
    const all = placeOf(playbook, 'scenarios')
    if (typeof name !== 'string') return { to: all }
    const step = part === 'steps' && typeof number === 'number' ? stepAt(texts, name, number) : null
    return { to: `${all}/${encodeURIComponent(name)}`, ...(step ? { search: { step } } : {}) }
  }
  const page = PAGES[kind as keyof typeof PAGES]
  return page ? { to: placeOf(playbook, page) } : null
}

function stepAt(texts: Texts, scenario: string, number: number): string | null {
  const text = texts[`scenarios/${scenario}.yaml`] ?? texts[`scenarios/${scenario}.yml`]
  const id = text === undefined ? undefined : get(parse(text), ['steps', number, 'id'])
  return typeof id === 'string' ? id : null
}
