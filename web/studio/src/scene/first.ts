/** A new scenario: it says something and ends, so that it can be tried at once. */

import type { Plain } from '../yaml/document'
import { setIn } from '../yaml/edit'
import { freeOf, romanised } from '../yaml/roman'

export function firstScenario(title: string, start: { say: string }): string {
  const steps: Plain = [
    { say: start.say, id: 'say' },
    { end: true, id: 'end' },
  ]
  return setIn(setIn('', ['title'], title), ['steps'], steps, { inLines: true })
}

/** A file name for it, from its title as it sounds; where that cannot be said in Latin letters, a number. */
export function freeName(title: string, taken: readonly string[]): string {
  return freeOf(romanised(title) || 'scenario_1', (name) => taken.includes(`scenarios/${name}.yaml`) || taken.includes(`scenarios/${name}.yml`))
}
