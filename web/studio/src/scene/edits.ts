/** What a designer does to a scenario: every act takes its text and gives the new one. */

import { get, parse, type Path, type Plain } from '../yaml/document'
import { deleteIn, insertIn, moveIn, setIn } from '../yaml/edit'
import { type Fields, type Kind, type Port, type Scene, sceneOf, type Step } from './scene'
import { keptBy } from './walk'

/** The keys of a step in the order they are written. */
export const ORDER: Readonly<Record<Kind, readonly string[]>> = {
  say: ['say', 'id', 'move', 'then', 'note'],
  ask: ['ask', 'id', 'say', 'again', 'at_most', 'fresh', 'otherwise', 'then', 'note'],
  choose: ['choose', 'id', 'say', 'options', 'at_most', 'otherwise', 'then', 'note'],
  branch: ['branch', 'id', 'then', 'note'],
  call: ['call', 'id', 'with', 'say', 'if_fails', 'then', 'note'],
  go: ['go', 'id', 'comes_back', 'then', 'note'],
  hand_off: ['hand_off', 'id', 'suggests', 'note'],
  end: ['end', 'id', 'asks_if_solved', 'note'],
}

/** What a new step says until somebody writes it, from the words of the page. */
export interface Starts {
  say: string
  ask: string
  choose: string
  options: readonly [string, string]
  slot: string | null
  action: string | null
  scenario: string | null
}

export interface Made {
  text: string
  /** The new step's id. */
  id: string
}

export function newStep(kind: Kind, starts: Starts): Fields {
  const [one, other] = starts.options
  const made: Record<Kind, Fields> = {
    say: { say: starts.say },
    ask: { ask: starts.slot ?? 'answer', say: starts.ask },
    choose: { choose: true, say: starts.choose, options: [{ label: one, value: 'first' }, { label: other, value: 'second' }] },
    branch: { branch: [{ if: { mood_so_far: 'worried' } }, {}] },
    call: { call: starts.action ?? 'action' },
    go: { go: starts.scenario ?? 'scenario' },
    hand_off: { hand_off: true },
    end: { end: true },
  }
  return made[kind]
}

/** A name nobody has yet: say, say_2, say_3 ... */
export function freeId(scene: Scene, wanted: string): string {
  const base = wanted.replace(/_\d+$/, '')
  if (!scene.byId.has(wanted)) return wanted
  for (let n = 2; ; n += 1) if (!scene.byId.has(`${base}_${n}`)) return `${base}_${n}`
}

/** Changes one field of a step; undefined takes it away. */
export function setField(text: string, id: string, path: Path, value: Plain | undefined): string {
  const step = sound(text).byId.get(id)
  if (step === undefined) return text
  const at: Path = ['steps', step.index, ...path]
  if (value === undefined) return deleteIn(text, at)
  return setIn(text, at, value, path.length === 1 ? { order: ORDER[step.kind] } : {})
}

/** The way a new step goes on behind a picked one; of several, one that is at its end already rather than one that goes on. */
export function wayBehind(scene: Scene, picked: string | undefined): { from: string; port: Port } | undefined {
  const ways = scene.ways.filter((way) => way.from === picked)
  const ends = (way: (typeof ways)[number]) => way.to !== null && scene.byId.get(way.to)?.kind === 'end'
  // Nothing is picked: what is added comes last before the end, where nobody has to look for the way to it.
  if (picked === undefined) return scene.ways.findLast((way) => way.port === 'next' && ends(way))
  return ways.find((way) => way.port === 'next') ?? ways.find(ends) ?? ways[0]
}

/** Puts a step behind another one on the way that leads through `port`; what followed there follows it. */
export function insertOnWay(text: string, from: string, port: Port, fields: Fields, wanted: string): Made {
  const named = nameReferred(text)
  const scene = sound(named)
  const source = scene.byId.get(from)
  const way = scene.ways.find((each) => each.from === from && each.port === port)
  if (source === undefined || way === undefined) return append(text, fields, wanted)
  const id = freeId(scene, wanted)
  const step = { ...fields, id }
  if (port === 'next' && way.implied && !('branch' in fields)) return { text: put(named, source.index + 1, step), id }
  const to = way.to ?? scene.ways.find((each) => each.from === from && each.port === 'next')?.to ?? null
  const then = to === null ? step : ledTo(step, to)
  const made = port === 'next' ? put(named, source.index + 1, then) : putAside(named, scene, then, source.index)
  return { text: connect(made, from, port, id), id }
}

/** Puts a step before another one: whoever led there leads to the new one, and it leads on. */
export function insertBefore(text: string, id: string, fields: Fields, wanted: string): Made {
  let after = nameReferred(text)
  const scene = sound(after)
  const target = scene.byId.get(id)
  if (target === undefined) return append(text, fields, wanted)
  const made = freeId(scene, wanted)
  for (const way of scene.ways) {
    if (way.to === id && !way.implied) after = setField(after, way.from, way.path, made)
  }
  return { text: put(after, target.index, { ...fields, id: made }), id: made }
}

/** Puts a step at the end, where no other leads into it. */
export function append(text: string, fields: Fields, wanted: string): Made {
  const named = nameReferred(text)
  const scene = sound(named)
  const id = freeId(scene, wanted)
  if (scene.steps.length === 0) return { text: setIn(named, ['steps'], [ordered({ ...fields, id })], { inLines: true }), id }
  return { text: putAside(named, scene, { ...fields, id }, -1), id }
}

/** Leads a way to another step, or to nowhere (null). */
export function connect(text: string, from: string, port: Port, to: string | null): string {
  const named = nameReferred(text, to)
  const scene = sound(named)
  const source = scene.byId.get(from)
  if (source === undefined) return text
  const below = scene.steps[scene.steps.indexOf(source) + 1]?.id ?? null
  const path = pathOf(scene, source, port)
  if (path === undefined) return text
  if (to === null && port.startsWith('way:')) return text
  // What follows anyway need not be written.
  if (to === null || (port === 'next' && to === below)) return setField(named, from, path, undefined)
  return optionReady(named, source, path, to)
}

/** Takes a way away: a branch has one fewer, everything else goes on with the step below. */
export function dropWay(text: string, from: string, port: Port): string {
  const scene = sound(text)
  const way = scene.ways.find((each) => each.from === from && each.port === port)
  if (way === undefined || keptBy(scene, way) !== null) return text
  return port.startsWith('way:') ? setField(text, from, way.path.slice(0, -1), undefined) : connect(text, from, port, null)
}

/** Takes steps away; the ways that led to one lead on to where it led. */
export function remove(text: string, ids: readonly string[]): string {
  return ids.reduce((before, id) => removeOne(before, id), text)
}

function removeOne(text: string, id: string): string {
  let after = nameReferred(text)
  const scene = sound(after)
  const step = scene.byId.get(id)
  if (step === undefined || scene.steps.length < 2) return text
  const exits = scene.ways.filter((way) => way.from === id)
  const below = scene.steps[scene.steps.indexOf(step) + 1]?.id ?? null
  // A branch all of whose ways meet again leads on there; one that parts ways leaves its own to be mended.
  const next = (exits.find((way) => way.port === 'next') ?? exits.find((way) => exits.every((each) => each.to === way.to)))?.to ?? null
  const target = next === id ? null : next
  for (const way of scene.ways.filter((each) => each.to === id && each.from !== id)) {
    // Who fell into it falls through to the one below: right only when it led there itself.
    if (way.implied && way.port === 'next') {
      if (target === null || target !== below) after = setField(after, way.from, ['then'], target ?? id)
    } else if (!way.implied && target !== null) after = setField(after, way.from, way.path, target)
  }
  return deleteIn(after, ['steps', step.index])
}

/** Moves a step up or down in the file; the ways stay as they were. */
export function move(text: string, id: string, to: number): string {
  let after = nameReferred(text)
  const scene = sound(after)
  const step = scene.byId.get(id)
  if (step === undefined || to < 0 || to >= scene.steps.length) return text
  const before = scene.ways.filter((way) => way.port === 'next')
  after = moveIn(after, ['steps'], step.index, (scene.steps[to] as Step).index)
  for (const way of before) {
    const now = sound(after).ways.find((each) => each.from === way.from && each.port === 'next')
    if (now === undefined || way.to === null) continue
    if (now.to !== way.to) after = setField(after, way.from, ['then'], way.to)
    else if (!now.implied && way.to === belowOf(sound(after), way.from)) after = setField(after, way.from, ['then'], undefined)
  }
  return after
}

/** Gives a step another name, in every place that names it. */
export function rename(text: string, id: string, name: string): string {
  const scene = sound(text)
  const step = scene.byId.get(id)
  if (step === undefined || id === name || scene.byId.has(name)) return text
  let after = setField(text, id, ['id'], name)
  for (const way of scene.ways) {
    if (way.to !== id || way.implied) continue
    after = setField(after, way.from === id ? name : way.from, way.path, name)
  }
  return after
}

/** Puts copied steps at the end, with names of their own; the ways among them stay among them. */
export function paste(text: string, copied: readonly Fields[]): { text: string; ids: string[] } {
  let scene = sound(text)
  const names = new Map<string, string>()
  const taken = new Set(scene.byId.keys())
  for (const fields of copied) {
    const id = String(fields.id)
    let free = freeId(scene, id)
    for (let n = 2; taken.has(free); n += 1) free = `${id.replace(/_\d+$/, '')}_${n}`
    taken.add(free)
    names.set(id, free)
  }
  let after = text
  for (const fields of copied) {
    scene = sound(after)
    after = putAside(after, scene, renamed(fields, names), -1)
  }
  return { text: after, ids: [...names.values()] }
}

/** The steps as they can be pasted elsewhere; where one simply followed another, it is named. */
export function copy(scene: Scene, ids: readonly string[]): Fields[] {
  return scene.steps
    .filter((step) => ids.includes(step.id))
    .map((step): Fields => {
      const next = scene.ways.find((way) => way.from === step.id && way.port === 'next')
      const then: Fields = next?.to != null && next.implied && ids.includes(next.to) ? { then: next.to } : {}
      return { ...step.fields, id: step.id, ...then }
    })
}

function renamed(fields: Fields, names: ReadonlyMap<string, string>): Fields {
  const keys = new Set(['id', 'then', 'otherwise', 'if_fails', 'else'])
  const turn = (value: Plain, key: string): Plain => {
    if (Array.isArray(value)) return value.map((each) => turn(each, ''))
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, turn(each, name)]))
    }
    return keys.has(key) && typeof value === 'string' ? (names.get(value) ?? value) : value
  }
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, turn(value, key)]))
}

/** Steps that others name but that have no name of their own get it written, before places move. */
function nameReferred(text: string, also: string | null = null): string {
  const scene = sound(text)
  const referred = new Set(scene.ways.filter((way) => !way.implied).map((way) => way.to))
  let after = text
  for (const step of scene.steps) {
    if (step.named || !(referred.has(step.id) || step.id === also)) continue
    after = setIn(after, ['steps', step.index, 'id'], step.id, { order: ORDER[step.kind] })
  }
  return after
}

function put(text: string, position: number, step: Fields): string {
  return insertIn(text, ['steps'], position, ordered(step), { inLines: true })
}

/** Puts a step where no other falls into it: behind one that leads nowhere by itself, near `after` when that can be. */
function putAside(text: string, scene: Scene, step: Fields, after: number): string {
  const falls = new Set(scene.ways.filter((way) => way.implied && way.port === 'next').map((way) => way.from))
  const open = scene.steps.filter((each) => !falls.has(each.id))
  const free = after < 0 ? open.at(-1) : (open.find((each) => each.index >= after) ?? open.at(-1))
  if (free !== undefined) return put(text, free.index + 1, step)
  // Every step falls into the next one: the last but one is told so in writing.
  const last = scene.steps.at(-1) as Step
  const before = scene.steps.at(-2)
  if (before === undefined) return put(text, last.index + 1, step)
  return put(setField(text, before.id, ['then'], last.id), last.index, step)
}

function ordered(step: Fields): Plain {
  const kind = (Object.keys(ORDER) as Kind[]).find((each) => each !== 'say' && each in step) ?? 'say'
  const keys = [...ORDER[kind].filter((key) => key in step), ...Object.keys(step).filter((key) => !ORDER[kind].includes(key))]
  return Object.fromEntries(keys.map((key) => [key, step[key] as Plain]))
}

function ledTo(step: Fields, to: string): Fields {
  if ('branch' in step) return { ...step, branch: [{ if: { mood_so_far: 'worried' }, then: to }, { else: to }] }
  return 'end' in step || 'hand_off' in step || step.comes_back === false ? step : { ...step, then: to }
}

function pathOf(scene: Scene, source: Step, port: Port): Path | undefined {
  const way = scene.ways.find((each) => each.from === source.id && each.port === port)
  if (way !== undefined) return way.path
  return port === 'otherwise' || port === 'if_fails' ? [port] : undefined
}

function optionReady(text: string, source: Step, path: Path, to: string): string {
  const at: Path = ['steps', source.index, ...path.slice(0, -1)]
  // A button written as a bare text grows a mapping when it leads somewhere.
  const option = path[0] === 'options' ? get(parse(text), at) : undefined
  if (option !== undefined && (typeof option !== 'object' || option === null)) return setIn(text, at, { label: String(option), then: to })
  return setField(text, source.id, path, to)
}

function belowOf(scene: Scene, id: string): string | null {
  const at = scene.steps.findIndex((step) => step.id === id)
  return scene.steps[at + 1]?.id ?? null
}

function sound(text: string): Scene {
  const scene = sceneOf(text)
  if (scene === null) throw new Error('A text with mistakes cannot be edited on the canvas.')
  return scene
}
