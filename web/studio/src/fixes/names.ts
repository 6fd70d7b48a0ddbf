/** Fixes of names that point at nothing: the nearest one instead, another one, or making it. */

import { slug } from '../scene/contract'
import { append, connect, freeId, ORDER, rename } from '../scene/edits'
import { inEnglish, sceneOf } from '../scene/scene'
import { get, type Path, type Plain } from '../yaml/document'
import { deleteIn, renameIn, setIn } from '../yaml/edit'
import type { Asks, At, Choice, Fix } from './at'
import { stepsBeside, upTo } from './at'

type Known = readonly { name: string; title: string }[]

/** The nearest of the known names at a press, and any of them from a list. */
function instead(at: At, known: readonly Choice[], write: (name: string) => string): Fix[] {
  const { near = '' } = at.finding.words
  const mend = (name: string) => ({ files: { [at.finding.file]: write(name) } })
  const nearest = known.find((each) => each.value === near)
  return [
    ...(nearest === undefined ? [] : [{ label: at.own.use(nearest.label.replace(` (${near})`, '')), mend: () => mend(near) }]),
    ...(known.length > (nearest === undefined ? 0 : 1) ? [{ label: at.own.choose, choices: known, mend }] : []),
  ]
}

function listed(known: Known): Choice[] {
  return known.map((each) => ({ value: each.name, label: each.title === each.name ? each.name : `${each.title} (${each.name})` }))
}

function named(names: string): Choice[] {
  return names.split(', ').filter((each) => each !== '' && each !== '–').map((each) => ({ value: each, label: each }))
}

/** Writes another name where the wrong one stands, alone or among several. */
function replaced(at: At, path: Path = at.path): (name: string) => string {
  const { value, text } = at
  const { word } = at.finding.words
  return (name) => (Array.isArray(value) ? setIn(text, path, value.map((each) => (each === word ? name : each))) : setIn(text, path, name))
}

function stands(at: At): boolean {
  const { word } = at.finding.words
  return Array.isArray(at.value) ? at.value.includes(word as Plain) : at.value === word
}

export function unknownStep(at: At): Fix[] {
  const { scene, step, own, called, text } = at
  const { word = '' } = at.finding.words
  if (scene === null || step === undefined) return []
  const ways = scene.ways.filter((way) => way.from === step.id && way.lost && way.to === word)
  const end = scene.steps.find((each) => each.kind === 'end' && each.named)
  const lead = (to: string) => ways.reduce((now, way) => connect(now, step.id, way.port, to), text)
  const make: Fix = {
    label: own.makeStep(word),
    mend: () => ({ files: { [at.finding.file]: append(text, { say: called.start.say, ...(end && { then: end.id }) }, word).text }, pick: word }),
  }
  return [...instead(at, stepsBeside(at), lead), ...(slug(word) === word ? [make] : [])]
}

export function unknownSlot(at: At): Fix[] {
  const { word = '' } = at.finding.words
  if (!stands(at)) return []
  const file = at.texts['playbook.yaml']
  const make: Fix = {
    label: at.own.makeSlot(word),
    mend: () => ({ files: { 'playbook.yaml': setIn(file ?? '', ['slots', word], { type: 'text', title: word }) } }),
  }
  return [...instead(at, listed(at.glossary.slots), replaced(at)), ...(file !== undefined && slug(word) === word ? [make] : [])]
}

export function unknownAction(at: At): (Fix | Asks)[] {
  const { word = '' } = at.finding.words
  if (!stands(at)) return []
  return [...instead(at, listed(at.glossary.actions), replaced(at)), { label: at.own.askAction(word), asks: word }]
}

export function unknownScenario(at: At): Fix[] {
  const self = at.finding.file.replace(/^.*\/|\.ya?ml$/g, '')
  return stands(at) ? instead(at, listed(at.glossary.scenarios.filter((each) => each.name !== self)), replaced(at)) : []
}

export function unknownIntent(at: At): Fix[] {
  if (!stands(at)) return []
  const free = at.glossary.intents.filter((each) => !at.scene?.intents.includes(each.name))
  return [...instead(at, listed(free), replaced(at)), ...takenOut(at)]
}

/** A name in a list that is better left out; the list goes with its last one. */
export function takenOut(at: At): Fix[] {
  const list = at.path.slice(0, -1)
  const names = get(at.yaml, list)
  if (!Array.isArray(names)) return []
  const gone = names.length === 1 ? list : at.path
  const { file, words } = at.finding
  return [{ label: at.own.takeOut(words.word ?? ''), mend: () => ({ files: { [file]: deleteIn(at.text, gone) } }) }]
}

/** An intent that leads nowhere begins one of the scenarios. */
export function leadsTo(at: At): Fix[] {
  const { word = '' } = at.finding.words
  const choices = at.glossary.scenarios.map((each) => ({ value: each.name, label: each.title }))
  const mend = (name: string) => {
    const file = [`scenarios/${name}.yaml`, `scenarios/${name}.yml`].find((each) => at.texts[each] !== undefined)
    const scene = file === undefined ? null : sceneOf(at.texts[file] as string)
    if (file === undefined || scene === null) return { files: {} }
    return { files: { [file]: setIn(at.texts[file] as string, ['intents'], [...scene.intents, word], { order: ['title', 'matter', 'happened', 'intents'] }) } }
  }
  return choices.length === 0 ? [] : [{ label: at.own.leadTo, choices, mend }]
}

/** A name in a condition: the key itself is written anew. */
export function unknownName(at: At): Fix[] {
  const { word = '' } = at.finding.words
  const path = upTo(at.path, word)
  if (path.length === 0) return []
  const outputs = at.glossary.actions.flatMap((action) => action.outputs.map((each) => ({ name: `${action.name}.${each.name}`, title: each.title })))
  const felt = Object.entries(at.called.condition.names).map(([name, title]) => ({ name, title }))
  return instead(at, listed([...at.glossary.slots, ...outputs, ...felt]), (name) => renameIn(at.text, path, name))
}

export function unknownValue(at: At): Fix[] {
  const { near = '', word = '' } = at.finding.words
  const words = at.called.condition.values
  const known = named(near).map(({ value }) => ({ value, label: words[value as 'anger'] ?? value }))
  return String(at.value) === word || stands(at) ? instead(at, known, replaced(at)) : []
}

export function unknownKey(at: At): Fix[] {
  const { word = '', near = '' } = at.finding.words
  const path = upTo(at.path, word)
  const known = named(near)
  if (path.length === 0 || known.length === 0) return []
  return instead(at, known, (name) => renameIn(at.text, path, name))
}

export function unknownInput(at: At): Fix[] {
  const { word = '', action = '' } = at.finding.words
  const path = upTo(at.path, word)
  const inputs = at.glossary.actions.find((each) => each.name === action)?.inputs ?? []
  return path.length === 0 ? [] : instead(at, listed(inputs), (name) => renameIn(at.text, path, name))
}

export function missingInput(at: At): Fix[] {
  const { step, glossary, own, text } = at
  const { word = '' } = at.finding.words
  if (step === undefined) return []
  const write = (slot: string) => {
    const given = { ...inEnglish(step.fields.with), [word]: slot }
    return { files: { [at.finding.file]: setIn(text, ['steps', step.index, 'with'], given, { order: ORDER.call }) } }
  }
  const same = glossary.slots.find((each) => each.name === word)
  if (same !== undefined) return [{ label: own.give(same.title), mend: () => write(word) }]
  return glossary.slots.length > 0 ? [{ label: own.giveWhich, choices: listed(glossary.slots), mend: write }] : []
}

export function stepTwice(at: At): Fix[] {
  const { scene, own, text } = at
  const { word = '' } = at.finding.words
  if (scene === null || at.path.at(-1) === undefined || !stands(at)) return []
  const free = freeId(scene, word)
  return [{ label: own.rename(free), mend: () => ({ files: { [at.finding.file]: setIn(text, at.path, free) } }) }]
}

export function badId(at: At): Fix[] {
  const { scene, own, text } = at
  const { word = '' } = at.finding.words
  const step = scene?.steps.find((each) => each.id === word)
  const base = slug(word).replace(/^[0-9_]+/, '')
  if (scene === null || step === undefined || base === '') return []
  const free = freeId(scene, base)
  return [{ label: own.rename(free), mend: () => ({ files: { [at.finding.file]: rename(text, word, free) }, pick: free }) }]
}
