/** The sentence that holds a stiff word, said another way in its very place. Pure. */

import type { components } from '../../../../shared/api.generated'
import { get, parse, pathAt } from '../../yaml/document'
import { setIn } from '../../yaml/edit'

export type StiffWord = components['schemas']['StiffWord']
export type StiffPlace = components['schemas']['StiffPlace']

/** The file with another sentence in its place; null where the file has moved on, or nothing is said. */
export function sentenceReplaced(file: string, place: StiffPlace, sentence: string): string | null {
  const news = sentence.trim()
  const yaml = parse(file)
  const lines = file.split('\n')
  const line = lines[place.line - 1]
  if (news === '' || line === undefined || yaml.slips.length > 0) return null
  // Places are told in code points, as the server counts.
  const before = [...line].slice(0, place.column - 1).join('').length
  const path = pathAt(yaml, lines.slice(0, place.line - 1).reduce((sum, each) => sum + each.length + 1, 0) + before)
  return get(yaml, path) === place.text ? setIn(file, path, news) : null
}
