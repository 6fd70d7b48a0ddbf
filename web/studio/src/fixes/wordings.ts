/** Fixes of words: what is missing is written, and a plain word stands for a stiff one. */

import { ORDER, setField } from '../scene/edits'
import { proposed } from '../words/instead'
import type { Plain } from '../yaml/document'
import { setIn } from '../yaml/edit'
import { keyInEnglish } from '../yaml/names'
import type { At, Fix } from './at'

const SCENARIO = ['title', 'matter', 'happened', 'intents', 'note', 'steps']
const SAID = ['say', 'again', 'hand_off', 'end', 'title', 'matter', 'happened', 'label']

function written(at: At, text: string): { files: Record<string, string>; pick?: string } {
  return { files: { [at.finding.file]: text }, ...(at.step === undefined ? {} : { pick: at.step.id }) }
}

/** A plain word in the very place of the stiff one; where no single word does, there is no fix. */
export function plainly(at: At): Fix[] {
  const { text: said = '', instead = '' } = at.finding.words
  const { value } = at
  if (typeof value !== 'string' || said === '' || instead === '' || /[,/]/.test(instead)) return []
  const letters = [...value]
  const start = [...value.slice(0, value.indexOf(said))].length
  if (!value.includes(said)) return []
  const plain = proposed({ text: value, start, end: start + [...said].length }, cased(said, instead))
  if (plain === letters.join('')) return []
  return [{ label: at.own.use(instead), mend: () => written(at, setIn(at.text, at.path, plain)) }]
}

function cased(said: string, instead: string): string {
  return /^[A-Z]/.test(said) ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead
}

/** A name in braces: the nearest one that is filled. */
export function variable(at: At): Fix[] {
  const { word = '', near = '' } = at.finding.words
  const { value, own, text } = at
  if (typeof value !== 'string' || !value.includes(`{${word}}`)) return []
  const outputs = at.glossary.actions.flatMap((action) => action.outputs.map((each) => ({ name: `${action.name}.${each.name}`, title: each.title })))
  const known = [...at.glossary.slots, ...outputs].map((each) => ({ value: each.name, label: `${each.title} ({${each.name}})` }))
  const mend = (name: string) => written(at, setIn(text, at.path, value.replaceAll(`{${word}}`, `{${name}}`)))
  const nearest = near !== '' && !/[,–]/.test(near)
  return [
    ...(nearest ? [{ label: own.use(`{${near}}`), mend: () => mend(near) }] : []),
    ...(known.length > 0 ? [{ label: own.choose, choices: known, mend }] : []),
  ]
}

export function happened(at: At): Fix[] {
  const write = (said: string): string => setIn(at.text, ['happened'], said, { order: SCENARIO })
  return at.scene === null ? [] : [{ label: at.own.field.happened, typed: true, mend: (said) => ({ files: { [at.finding.file]: write(said) } }) }]
}

/** A key that is there without a value, or is missing: what it says is typed right here. */
export function empty(at: At): Fix[] {
  const key = keyInEnglish(String(at.path.at(-1) ?? ''))
  if (at.scene === null || at.value !== null || !SAID.includes(key)) return []
  return [{ label: labelOf(at, key), typed: true, mend: (said) => written(at, setIn(at.text, at.path, said)) }]
}

export function missing(at: At): Fix[] {
  const { word = '' } = at.finding.words
  const { step, scene, text } = at
  if (scene === null || !SAID.includes(word)) return []
  const mend = (said: string) => written(at, step === undefined ? setIn(text, [word], said, { order: SCENARIO }) : setField(text, step.id, [word], said))
  if (step !== undefined && !ORDER[step.kind].includes(word)) return []
  return [{ label: labelOf(at, word), typed: true, mend }]
}

function labelOf({ own, step }: At, key: string): string {
  if (key === 'title' || key === 'matter' || key === 'happened') return own.field[key]
  return step?.kind === 'ask' || step?.kind === 'choose' ? own.question : own.say
}

/** An intent nobody else leads from. */
export function ledBy(at: At): Fix[] {
  const { scene, glossary, own, text } = at
  if (scene === null) return []
  const choices = glossary.intents.filter((each) => !scene.intents.includes(each.name)).map((each) => ({ value: each.name, label: each.title }))
  const write = (name: string): Plain => [...scene.intents, name]
  return choices.length === 0 ? [] : [{ label: own.addIntent, choices, mend: (name) => written(at, setIn(text, ['intents'], write(name), { order: SCENARIO })) }]
}
