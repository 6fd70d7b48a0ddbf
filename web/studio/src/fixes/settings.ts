/** Fixes of what no scenario holds: words never said, policies of empathy, what is asked for, times, examples. */

import { get, parse, type Path } from '../yaml/document'
import { deleteIn, setIn } from '../yaml/edit'
import { valueInEnglish } from '../yaml/names'
import type { At, Fix } from './at'
import { upTo } from './at'

const PERSONA = 'persona.yaml'
const ZONES = ['Asia/Seoul', 'Asia/Tokyo', 'Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Los_Angeles']
// The customer is told kindly once, and has as long again to come back.
const TIMES_LONGER = 2

function here(at: At, text: string) {
  return { files: { [at.finding.file]: text } }
}

/** Other words in its place, or words that may be said again after all. */
export function neverSaid(at: At): Fix[] {
  const { text: never = '' } = at.finding.words
  const { own, value } = at
  const persona = at.texts[PERSONA]
  const start = typeof value === 'string' ? value.toLowerCase().indexOf(never.toLowerCase()) : -1
  const list = persona === undefined ? undefined : get(parse(persona), ['never_say'])
  const index = Array.isArray(list) ? list.indexOf(never) : -1
  const said = typeof value === 'string' ? value : ''
  const instead = (other: string) => here(at, setIn(at.text, at.path, said.slice(0, start) + other + said.slice(start + never.length)))
  return [
    ...(start >= 0 && never !== '' ? [{ label: own.instead(never), typed: true, mend: instead }] : []),
    ...(persona !== undefined && index >= 0 ? [{ label: own.sayAgain(never), mend: () => ({ files: { [PERSONA]: deleteIn(persona, ['never_say', index]) } }) }] : []),
  ]
}

/** A move that is both wanted and forbidden stays in one of the two. */
export function againstItself(at: At): Fix[] {
  const { word = '' } = at.finding.words
  const policy = at.path.slice(0, 2)
  const forbidden = moveIn(at, [...policy, 'forbidden'], word)
  return [
    ...(forbidden === null ? [] : [{ label: at.own.mayBeDone, mend: () => here(at, deleteIn(at.text, forbidden)) }]),
    ...notDone(at, word),
  ]
}

/** A move nobody can say: its words are typed, or it is not made. */
export function unworded(at: At): Fix[] {
  const { word = '' } = at.finding.words
  const { text, own, yaml } = at
  const wordings = get(yaml, ['wordings'])
  const count = Array.isArray(wordings) ? wordings.length : 0
  const taken = Array.isArray(wordings) ? wordings.map((each) => JSON.stringify(each)).join() : ''
  const id = taken.includes(`"${word}_own"`) ? `${word}_own_${count + 1}` : `${word}_own`
  const write = (said: string) => here(at, setIn(text, count === 0 ? ['wordings'] : ['wordings', count], count === 0 ? [{ id, move: word, say: [said] }] : { id, move: word, say: [said] }, { inLines: true }))
  return [{ label: own.wordsOf, typed: true, mend: write }, ...notDone(at, word)]
}

function notDone(at: At, word: string): Fix[] {
  const moves: Path = [...at.path.slice(0, 2), 'moves']
  const place = moveIn(at, moves, word)
  const all = get(at.yaml, moves)
  return place === null || !Array.isArray(all) || all.length < 2 ? [] : [{ label: at.own.notDone, mend: () => here(at, deleteIn(at.text, place)) }]
}

function moveIn(at: At, list: Path, word: string): Path | null {
  const moves = get(at.yaml, list)
  const index = Array.isArray(moves) ? moves.findIndex((each) => valueInEnglish(String(each)) === word) : -1
  return index < 0 ? null : [...list, index]
}

/** The shipped policies answer every feeling the team has none for. */
export function shipped(at: At): Fix[] {
  // They are there already unless the team does without them.
  if (get(at.yaml, ['extends']) !== 'nothing') return []
  return [{ label: at.own.shipped, mend: () => here(at, setIn(at.text, ['extends'], 'default')) }]
}

export function unused(at: At): Fix[] {
  const { word = '' } = at.finding.words
  const title = at.glossary.titles[word] ?? word
  return get(at.yaml, ['slots', word]) === undefined ? [] : [{ label: at.own.takeOut(title), mend: () => here(at, deleteIn(at.text, ['slots', word])) }]
}

export function closesLater(at: At): Fix[] {
  const silence = get(at.yaml, ['timing', 'silence_after'])
  if (typeof silence !== 'number') return []
  const minutes = Math.ceil((silence * TIMES_LONGER) / 60)
  return [{ label: at.own.closeAfter(minutes), mend: () => here(at, setIn(at.text, ['timing', 'close_after'], minutes * 60)) }]
}

export function zone(at: At): Fix[] {
  const choices = ZONES.map((each) => ({ value: each, label: each.replaceAll('_', ' ') }))
  return [{ label: at.own.zone, choices, mend: (name) => here(at, setIn(at.text, ['timezone'], name, { order: ['name', 'title', 'language', 'timezone'] })) }]
}

export function swapped(at: At): Fix[] {
  const slot = at.path.slice(0, -1)
  const [least, most] = [get(at.yaml, [...slot, 'at_least']), get(at.yaml, [...slot, 'at_most'])]
  if (typeof least !== 'number' || typeof most !== 'number') return []
  return [{ label: at.own.swap(most, least), mend: () => here(at, setIn(setIn(at.text, [...slot, 'at_least'], most), [...slot, 'at_most'], least)) }]
}

/** An example that stands elsewhere as well. */
export function dropped(at: At): Fix[] {
  const list = upTo(at.path, 'examples').length > 0 ? at.path.slice(0, -1) : []
  const all = get(at.yaml, list)
  return typeof at.value !== 'string' || !Array.isArray(all) || all.length < 2 ? [] : [{ label: at.own.dropExample, mend: () => here(at, deleteIn(at.text, at.path)) }]
}
