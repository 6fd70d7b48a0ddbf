/** The team's own lines as their file has them, and how the file changes. Pure. */

import type { components } from '../../../../shared/api.generated'
import { type Fields, inEnglish } from '../../scene/scene'
import { wordingOf } from '../../scene/wordings'
import { get, parse, type Plain } from '../../yaml/document'
import { deleteIn, setIn } from '../../yaml/edit'

export const LINES = 'lines.yaml'

export type Line = components['schemas']['UsualLine']
export type Group = Line['group']
export const GROUPS: readonly Group[] = ['manners', 'understanding', 'person', 'trouble', 'ending', 'buttons']

/** Line by name -> what the file says; nothing for a file that is not there or cannot be read. */
export function ownLines(text: string | undefined): Fields {
  return text === undefined ? {} : inEnglish(get(parse(text)))
}

/** The file with other words for a line; without words the line is taken out of it. */
export function withLine(text: string, name: string, value: Plain | undefined): string {
  return value === undefined || value === '' ? deleteIn(text, [name]) : setIn(text, [name], value)
}

/** What comes with the product, as a team would write it to begin from. */
export function toBegin({ usual, group }: Line): Plain {
  if (group === 'buttons') return usual.first[0] as string
  const later = { ...(usual.second.length > 0 && { second: [...usual.second] }), ...(usual.third.length > 0 && { third: [...usual.third] }) }
  return { first: [...usual.first], ...later }
}

/** Whether a line's name or any of its words holds what is looked for. */
export function matches(line: Line, own: Plain | undefined, sought: string): boolean {
  const low = sought.trim().toLowerCase()
  if (low === '') return true
  const { first, second, third } = line.usual
  const ours = wordingOf(own)
  return [line.title, ...first, ...second, ...third, ...ours.first, ...ours.second, ...ours.third].some((text) => text.toLowerCase().includes(low))
}
