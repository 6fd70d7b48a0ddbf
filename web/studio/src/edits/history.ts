/** What was changed in a draft by this person since the page was opened: back and forth again. Pure. */

export interface Step {
  path: string
  before: string | undefined
  after: string
  /** Changes of one thing within a moment are one step: a word typed, not its letters. */
  thing: string
  at: number
}

export interface History {
  done: readonly Step[]
  undone: readonly Step[]
}

export const NOTHING_DONE: History = { done: [], undone: [] }
const MOMENT = 1_500
const MOST = 200

export function added(history: History, step: Step): History {
  const last = history.done.at(-1)
  const goesOn = last && last.path === step.path && last.thing === step.thing && step.thing && step.at - last.at < MOMENT
  const joined = goesOn ? { ...step, before: last.before } : step
  return { done: [...(goesOn ? history.done.slice(0, -1) : history.done), joined].slice(-MOST), undone: [] }
}

/** The step to take back, if its file still stands as it left it: nobody else's words are ever lost by it. */
export function toUndo(history: History, texts: Readonly<Record<string, string>>): Step | undefined {
  const last = history.done.at(-1)
  return last && texts[last.path] === last.after ? last : undefined
}

export function toRedo(history: History, texts: Readonly<Record<string, string>>): Step | undefined {
  const last = history.undone.at(-1)
  return last && texts[last.path] === last.before ? last : undefined
}

export function undone(history: History): History {
  const last = history.done.at(-1)
  return last ? { done: history.done.slice(0, -1), undone: [...history.undone, last] } : history
}

export function redone(history: History): History {
  const last = history.undone.at(-1)
  return last ? { done: [...history.done, last], undone: history.undone.slice(0, -1) } : history
}
