/** Something new to ask for: how playbook.yaml keeps it, and the step that asks for it. */

import type { Plain } from '../yaml/document'
import { setIn } from '../yaml/edit'
import { freeOf, romanised } from '../yaml/roman'
import { insertBefore, setField } from './edits'
import type { Fields } from './scene'

export const SLOT_KINDS = ['text', 'choice', 'yes_no', 'date', 'time', 'name', 'phone', 'email', 'address', 'number', 'amount'] as const
export type SlotKind = (typeof SLOT_KINDS)[number]

export interface Question {
  /** What is asked for, as the team calls it: 반려동물 이름. */
  title: string
  name: string
  kind: SlotKind
  /** What is chosen from, when it is a choice. */
  options: readonly string[]
  /** The question for the first, second and third time. */
  says: readonly [string, string, string]
}

/** Where the new question goes: into the step itself, before it, or nowhere yet because the step only keeps what was chosen. */
export type Wanted = { at: 'here' } | { at: 'before'; input?: string } | { at: 'kept' }

/** What kind of answer it looks to be by signs in its name; people may say otherwise. The first that fits is taken. */
export function likelyKind(title: string, signOf: (kind: SlotKind) => string | undefined): SlotKind {
  const fits = (sign: string | undefined) => sign !== undefined && new RegExp(sign, 'i').test(title.trim())
  return SLOT_KINDS.find((kind) => fits(signOf(kind))) ?? 'text'
}

export function nameFor(title: string, taken: readonly string[]): string {
  return freeOf(romanised(title) || 'answer', (name) => taken.includes(name))
}

/** What is still missing, or null. */
export function readyToAsk(question: Question, taken: readonly string[], worded: boolean): 'title' | 'name' | 'taken' | 'options' | 'says' | null {
  if (question.title.trim() === '') return 'title'
  if (!/^[a-z][a-z0-9_]{0,63}$/.test(question.name)) return 'name'
  if (taken.includes(question.name)) return 'taken'
  if (question.kind === 'choice' && worded && kept(question.options).length < 2) return 'options'
  return worded && question.says[0].trim() === '' ? 'says' : null
}

/** playbook.yaml with what is asked for declared. */
export function withQuestion(playbook: string, { title, name, kind, options }: Question): string {
  const labels = kept(options)
  const value: { [key: string]: Plain } = {
    title: title.trim(),
    // A choice without choices of its own takes those of the step that keeps it.
    type: kind === 'choice' && labels.length === 0 ? 'text' : kind,
    ...(kind === 'choice' && labels.length > 0 ? { options: labels.map((label) => ({ label, value: label })) } : {}),
  }
  return setIn(playbook, ['slots', name], value)
}

/** A step that asks for it. */
export function askingFor({ name, says }: Question): Fields {
  const again = againOf(says)
  return { ask: name, say: says[0].trim(), ...(again === undefined ? {} : { again }) }
}

/** The scenario with the question where it is wanted, and the step to look at. */
export function asked(text: string, step: { id: string; fields: Fields }, question: Question, wanted: Wanted): string {
  if (wanted.at === 'kept') return setField(text, step.id, ['choose'], question.name)
  if (wanted.at === 'before') {
    const given = wanted.input === undefined || wanted.input === question.name ? text : setField(text, step.id, ['with', wanted.input], question.name)
    return insertBefore(given, step.id, askingFor(question), `ask_${question.name}`.slice(0, 60)).text
  }
  const fields = Object.entries({ ask: question.name, say: question.says[0].trim(), again: againOf(question.says) })
  return fields.reduce((now, [key, value]) => (key === 'again' && value === undefined && step.fields.again === undefined ? now : setField(now, step.id, [key], value)), text)
}

/** Asking again counts from one: its first is the second time, its second the third. */
function againOf([, second, third]: Question['says']): Plain | undefined {
  const [two, three] = [second.trim(), third.trim()]
  if (two === '' && three === '') return undefined
  return two === '' || three === '' ? [two || three] : { first: [two], second: [three] }
}

function kept(options: readonly string[]): string[] {
  return [...new Set(options.map((each) => each.trim()).filter((each) => each !== ''))]
}
