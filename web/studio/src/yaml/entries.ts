/** Many values of one file at once. Each entry is read and written by itself: a file of hundreds is not read anew for every one. */

import { isMap, type YAMLMap } from 'yaml'

import { type Keyed, pairOf, parse, type Path, type Plain } from './document'
import { type Manner, setIn } from './edit'

export interface Setting {
  path: Path
  value: Plain
  manner?: Manner
}

/** What `setIn` writes for one setting after the other. */
export function setAll(text: string, settings: readonly Setting[]): string {
  const root = parse(text).document.contents
  const begins = isMap(root) && !root.flow ? (root.items as Keyed[]).map((pair) => pair.key.range?.[0] ?? 0) : []
  const apart = begins.length > 0 && begins.every((from) => from === 0 || text[from - 1] === '\n')
  if (!apart) return settings.reduce((now, each) => setIn(now, each.path, each.value, each.manner), text)
  const entries = begins.map((from, n) => text.slice(from, begins[n + 1]))
  const come: Setting[] = []
  for (const each of settings) {
    const pair = pairOf(root as YAMLMap, String(each.path[0]))
    const at = pair ? (root as YAMLMap).items.indexOf(pair) : -1
    if (at < 0) come.push(each)
    else entries[at] = setIn(entries[at] as string, each.path, each.value, each.manner)
  }
  const last = entries.pop() as string
  return text.slice(0, begins[0]) + entries.join('') + joined(last, come)
}

/** An entry with new ones behind it, before the comments that follow it. */
function joined(entry: string, [first, ...rest]: readonly Setting[]): string {
  if (!first) return entry
  const both = setIn(entry, first.path, first.value, first.manner)
  const second = (parse(both).document.contents as YAMLMap).items[1] as Keyed | undefined
  const from = second?.key.range?.[0] ?? both.length
  const to = both.length - Math.max(entry.length - from, 0)
  const blocks = [both.slice(from, to)]
  for (const each of rest) {
    const before = blocks.at(-1) as string
    blocks.push(setIn(before, each.path, each.value, each.manner).slice(before.length))
  }
  return both.slice(0, from) + blocks.join('') + both.slice(to)
}
