/** How far somebody is with the last exercise, as the rehearsals of a playbook and its draft show it. */

import type { File } from '../../draft/draft'
import type { Run } from '../rehearsals/asking'

export const TASKS = ['first', 'change', 'compare'] as const
export type Task = (typeof TASKS)[number]

type Seen = Pick<Run, 'id' | 'at' | 'state' | 'customers' | 'seed'>

/** `second` is the newest rehearsal that had the customers of an earlier one, when the draft was changed between the two. */
export function tasksDone<Played extends Seen>(runs: readonly Played[], files: readonly Pick<File, 'path' | 'at'>[]): { done: Task[]; second: Played | null } {
  const finished = runs.filter((each) => each.state === 'finished').sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const first = finished[0]
  if (!first) return { done: [], second: null }
  const changes = files.filter((each) => !/^(customers|tests)\//.test(each.path) && Date.parse(each.at) > Date.parse(first.at))
  if (changes.length === 0) return { done: ['first'], second: null }
  const changed = Math.min(...changes.map((each) => Date.parse(each.at)))
  const second = finished.findLast(
    (each) =>
      Date.parse(each.at) > changed &&
      finished.some((one) => Date.parse(one.at) < changed && one.customers === each.customers && one.seed === each.seed),
  )
  return { done: second ? ['first', 'change', 'compare'] : ['first', 'change'], second: second ?? null }
}
