/** Fixes of ways: a customer who would be left standing is led on. */

import { append, connect, insertBefore, insertOnWay, ORDER, remove, setField } from '../scene/edits'
import { inEnglish, type Scene, sceneOf, type Step } from '../scene/scene'
import { deleteIn, insertIn, moveIn, setIn } from '../yaml/edit'
import { type At, type Fix, stepsBeside } from './at'

/** A fix of the scenario the remark is about, at its step. */
function here(at: At, make: (scene: Scene, step: Step) => Fix[]): Fix[] {
  return at.scene === null || at.step === undefined ? [] : make(at.scene, at.step)
}

function written(at: At, text: string, pick?: string) {
  return { files: { [at.finding.file]: text }, ...(pick === undefined ? {} : { pick }) }
}

export function deadEnd(at: At): Fix[] {
  return here(at, (scene, step) => {
    const end = scene.steps.find((each) => each.kind === 'end' && each.id !== step.id)
    const put = (fields: { end: true } | { hand_off: true }, name: string) => () => {
      const made = insertOnWay(at.text, step.id, 'next', fields, name)
      return written(at, made.text, made.id)
    }
    return [
      end === undefined
        ? { label: at.own.addEnd, mend: put({ end: true }, 'end') }
        : { label: at.own.leadToEnd(end.id), mend: () => written(at, connect(at.text, step.id, 'next', end.id), step.id) },
      { label: at.own.addPerson, mend: put({ hand_off: true }, 'to_person') },
    ]
  })
}

export function withoutElse(at: At): Fix[] {
  return here(at, (scene, step) => {
    const list = ['steps', step.index, 'branch']
    const count = Array.isArray(step.fields.branch) ? step.fields.branch.length : 0
    const lead = (to: string, text = at.text) => insertIn(text, list, count, { else: to }, { inLines: true })
    const person = scene.steps.find((each) => each.kind === 'hand_off' && each.named)
    const others = stepsBeside(at).filter((each) => scene.byId.get(each.value)?.named)
    return [
      {
        label: at.own.elsePerson,
        mend: () => {
          if (person !== undefined) return written(at, lead(person.id), step.id)
          const made = append(at.text, { hand_off: true }, 'to_person')
          return written(at, withElse(made.text, step.id, made.id), step.id)
        },
      },
      ...(others.length > 0 ? [{ label: at.own.elseStep, choices: others, mend: (to: string) => written(at, lead(to), step.id) }] : []),
    ]
  })
}

function withElse(text: string, id: string, to: string): string {
  const step = sceneOf(text)?.byId.get(id)
  if (step === undefined) return text
  const count = Array.isArray(step.fields.branch) ? step.fields.branch.length : 0
  return insertIn(text, ['steps', step.index, 'branch'], count, { else: to }, { inLines: true })
}

export function neverTaken(at: At): Fix[] {
  return here(at, (_, step) => {
    const ways = (Array.isArray(step.fields.branch) ? step.fields.branch : []).map(inEnglish)
    const place = ways.findIndex((way) => 'else' in way)
    if (place < 0 || place === ways.length - 1) return []
    const move = () => written(at, moveIn(at.text, ['steps', step.index, 'branch'], place, ways.length - 1), step.id)
    return [{ label: at.own.elseLast, mend: move }]
  })
}

export function unreachable(at: At): Fix[] {
  return here(at, (scene, step) => {
    const from = scene.ways.filter((way) => way.port === 'next' && way.from !== step.id && way.to !== step.id)
    const choices = stepsBeside(at).filter((each) => from.some((way) => way.from === each.value))
    return [
      ...(choices.length > 0 ? [{ label: at.own.putBehind, choices, mend: (id: string) => written(at, ledThrough(at, scene, step, id), step.id) }] : []),
      ...(scene.steps.length > 1 ? [{ label: at.own.remove, mend: () => written(at, remove(at.text, [step.id])) }] : []),
    ]
  })
}

/** The step comes between another one and what followed that, unless it says where it leads itself. */
function ledThrough(at: At, scene: Scene, step: Step, from: string): string {
  const old = scene.ways.find((way) => way.from === from && way.port === 'next')?.to ?? null
  const own = scene.ways.find((way) => way.from === step.id && way.port === 'next')
  const led = connect(at.text, from, 'next', step.id)
  return own?.implied && old !== null && old !== step.id ? connect(led, step.id, 'next', old) : led
}

export function askAgain(at: At): Fix[] {
  return here(at, (_, step) => [{ label: at.own.askAgain, mend: () => written(at, setField(at.text, step.id, ['fresh'], true), step.id) }])
}

export function offerPerson(at: At): Fix[] {
  return here(at, (_, step) => [
    { label: at.own.offerPerson, mend: () => written(at, setField(at.text, step.id, ['otherwise'], undefined), step.id) },
  ])
}

/** What a step relies on is fetched or asked for right before it. */
export function calledBefore(at: At): Fix[] {
  const { action = '' } = at.finding.words
  const title = at.glossary.actions.find((each) => each.name === action)?.title ?? action
  return here(at, (_, step) => [{ label: at.own.callBefore(title), mend: () => before(at, step, { call: action }, action) }])
}

export function askedBefore(at: At): Fix[] {
  const { word = '' } = at.finding.words
  const title = at.glossary.slots.find((each) => each.name === word)?.title
  if (title === undefined) return []
  return here(at, (_, step) => [
    { label: at.own.askBefore(title), typed: true, mend: (say) => before(at, step, { ask: word, say: say || at.called.start.ask }, `ask_${word}`) },
  ])
}

function before(at: At, step: Step, fields: Record<string, string>, name: string) {
  const made = insertBefore(at.text, step.id, fields, name)
  return written(at, made.text, made.id)
}

export function noOptions(at: At): Fix[] {
  return here(at, (_, step) => {
    if (step.kind !== 'choose') return []
    const { one, other } = at.called.start
    const options = [{ label: one, value: 'first' }, { label: other, value: 'second' }]
    return [{ label: at.own.twoOptions, mend: () => written(at, setIn(at.text, ['steps', step.index, 'options'], options, { order: ORDER.choose, inLines: true }), step.id) }]
  })
}

export function optionTwice(at: At): Fix[] {
  const list = at.path.findLastIndex((each, n) => typeof each === 'number' && n > 1)
  const word = at.finding.words.word ?? ''
  return list < 0 ? [] : [{ label: at.own.takeOut(word), mend: () => written(at, deleteIn(at.text, at.path.slice(0, list + 1)), at.step?.id) }]
}
