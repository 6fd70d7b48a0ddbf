/** What can be done on the desk as a whole: add, copy, paste, delete, arrange, comment. */

import { type Asked, declared } from '../../scene/contract'
import { append, copy, insertOnWay, newStep, paste, remove, setField, type Starts, wayBehind } from '../../scene/edits'
import { arrangedPlaces, type Point } from '../../scene/layout'
import { asked as askedIn, type Question, type Wanted, withQuestion } from '../../scene/question'
import type { Fields, Kind, Port, Scene, Step } from '../../scene/scene'
import { isKey } from '../../yaml/names'
import { commentId } from './canvas/cards'
import type { Desk } from './desk'
import type { ko } from './words.ko'

const COPIED = 'dajeong:copied-steps'
const ACTIONS = 'actions.yaml'
const PLAYBOOK = ['playbook.yaml', 'playbook.yml']

export interface Acts {
  /** Puts a step on a way, or behind the picked step, or at the end. */
  add: (kind: Kind, on?: { from: string; port: Port } | null, at?: Point) => void
  copy: () => void
  paste: () => void
  remove: () => void
  arrange: () => void
  comment: (at: Point, text: string) => void
  askAction: (asked: Asked) => void
  /** Declares something to ask for and has it asked at the picked step, in one change. */
  askSlot: (question: Question, wanted: Wanted) => void
}

export function actsOf(desk: Desk, own: typeof ko): Acts {
  const { scene, picked } = desk
  const steps = picked.filter((id) => scene?.byId.has(id))
  return {
    add(kind, on, at) {
      // What ends by itself would cut off an end that is there already: it stands aside until a way is led to it.
      const closes = kind === 'end' || kind === 'hand_off'
      const way = on ?? (scene === null || (closes && steps.length === 0) ? undefined : wayBehind(scene, steps.at(-1)))
      let made = ''
      desk.write((text) => {
        const fields = newStep(kind, startsOf(desk, own))
        const done = way === undefined ? append(text, fields, kind) : insertOnWay(text, way.from, way.port, fields, kind)
        made = done.id
        return done.text
      })
      if (made === '') return
      if (at !== undefined) desk.place((kept) => ({ ...kept, steps: { ...kept.steps, [made]: at } }))
      desk.pick([made])
    },
    copy() {
      if (scene !== null && steps.length > 0) window.localStorage.setItem(COPIED, JSON.stringify(copy(scene, steps)))
    },
    paste() {
      const copied = copiedSteps()
      if (copied.length === 0 || scene === null) return
      let ids: string[] = []
      desk.write((text) => {
        const done = paste(text, copied)
        ids = done.ids
        return done.text
      })
      desk.pick(ids)
    },
    remove() {
      const comments = picked.filter((id) => !scene?.byId.has(id))
      if (steps.length > 0) desk.write((text) => remove(text, steps))
      if (comments.length > 0) desk.place((kept) => ({ ...kept, comments: kept.comments.filter((each) => !comments.includes(commentId(each.id))) }))
      desk.pick([])
    },
    arrange() {
      if (scene !== null) desk.place((kept) => ({ ...kept, steps: arrangedPlaces(scene) }))
    },
    comment(at, text) {
      const taken = new Set(desk.comments.map((each) => each.id))
      let n = 1
      while (taken.has(`c${n}`)) n += 1
      desk.place((kept) => ({ ...kept, comments: [...kept.comments, { id: `c${n}`, ...at, text }] }))
      desk.pick([commentId(`c${n}`)])
    },
    askAction(asked) {
      const step = scene?.byId.get(steps[0] ?? '')
      const actions = declared(desk.texts[ACTIONS] ?? '', asked)
      const called = step?.kind === 'call' ? { [desk.path]: setField(desk.text, step.id, ['call'], asked.name) } : {}
      desk.writeFiles({ [ACTIONS]: actions, ...called })
    },
    askSlot(question, wanted) {
      const step = scene?.byId.get(steps[0] ?? '')
      const playbook = PLAYBOOK.find((path) => desk.texts[path] !== undefined)
      if (step === undefined || playbook === undefined) return
      desk.writeFiles({ [playbook]: withQuestion(desk.texts[playbook] ?? '', question), [desk.path]: askedIn(desk.text, step, question, wanted) })
    },
  }
}

function startsOf(desk: Desk, own: typeof ko): Starts {
  const { slots, actions, scenarios } = desk.glossary
  return {
    say: own.start.say,
    ask: own.start.ask,
    choose: own.start.choose,
    options: [own.start.one, own.start.other],
    slot: slots[0]?.name ?? null,
    action: actions[0]?.name ?? null,
    scenario: scenarios.find((each) => each.name !== desk.scenario)?.name ?? null,
  }
}

function copiedSteps(): Fields[] {
  try {
    const found = JSON.parse(window.localStorage.getItem(COPIED) ?? '[]') as Fields[]
    return Array.isArray(found) ? found : []
  } catch {
    return []
  }
}

/** Steps whose words or names hold what is searched for, or what `shown` tells of their cards; null while nothing is. */
export function foundIn(scene: Scene | null, searched: string, shown: (step: Step) => readonly string[]): ReadonlySet<string> | null {
  const wanted = alike(searched.trim())
  if (wanted === '' || scene === null) return null
  const holds = (step: Step) => [step.id, ...saidIn(step.fields), ...shown(step)].some((each) => alike(each).includes(wanted))
  return new Set(scene.steps.filter(holds).map((step) => step.id))
}

/** Every text in a value, and every name somebody gave; the format's own keys are nobody's words. */
function saidIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) || isKey(key) ? [] : [key]), ...saidIn(inner)])
}

/** As it is compared: large and small letters, composed and decomposed syllables, lines and blanks are one. */
function alike(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
}
