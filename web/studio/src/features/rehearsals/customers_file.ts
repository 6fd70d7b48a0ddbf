/** A file of customers without some of them. Pure. */

import { get, parse } from '../../yaml/document'
import { deleteIn } from '../../yaml/edit'

/** The text without the customers of these ids; null when nobody is left in it. */
export function withoutCustomers(text: string, ids: readonly string[]): string | null {
  const listed = get(parse(text), ['customers'])
  if (!Array.isArray(listed)) return text
  const places = listed.flatMap((each, at) => (typeof each === 'object' && each !== null && !Array.isArray(each) && ids.includes(String(each.id)) ? [at] : []))
  if (places.length === listed.length) return null
  // From the end, so that the places before stay where they are.
  return places.reverse().reduce((left, at) => deleteIn(left, ['customers', at]), text)
}
