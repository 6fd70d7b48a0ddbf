/** A new scenario: it says something and ends, so that it can be tried at once. */

import type { Plain } from '../../../yaml/document'
import { setIn } from '../../../yaml/edit'

export function firstScenario(title: string, start: { say: string }): string {
  const steps: Plain = [
    { say: start.say, id: 'say' },
    { end: true, id: 'end' },
  ]
  return setIn(setIn('', ['title'], title), ['steps'], steps, { inLines: true })
}

/** A file name for it: from its title where that has Latin letters, else the next free number. */
export function freeName(title: string, taken: readonly string[]): string {
  const stem = title.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '').slice(0, 40) || 'scenario'
  const free = (name: string) => !taken.includes(`scenarios/${name}.yaml`) && !taken.includes(`scenarios/${name}.yml`)
  if (free(stem) && stem !== 'scenario') return stem
  for (let n = 1; ; n += 1) if (free(`${stem}_${n}`)) return `${stem}_${n}`
}
