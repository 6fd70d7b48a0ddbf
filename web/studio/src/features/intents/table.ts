/** A table somebody chose becomes examples of intents: which columns hold what, and what of it is new. */

import type { components } from '../../../../shared/api.generated'
import { type Begun, freeName, LONGEST, sameness } from './change'
import type { Intent } from './model'

export type Sheet = components['schemas']['Sheet']

/** Which column holds what, from 0; null: none. `head`: the first row names the columns. */
export interface Columns {
  head: boolean
  intent: number | null
  example: number | null
  answer: number | null
}

/** How people name the columns, each list with blanks between: `own.columns` of the words. */
export type Names = Readonly<Record<'intent' | 'example' | 'answer', string>>

/** The columns as they most likely are: by their names, else by how long and how varied their cells are. */
export function guessed(sheet: Sheet, names: Names): Columns {
  const [first = []] = sheet.rows
  const plain = first.map((cell) => cell.toLowerCase().replace(/[\s_()-]+/g, ''))
  const named = (kind: keyof Names) => plain.findIndex((cell) => cell !== '' && names[kind].split(' ').includes(cell))
  const place = (at: number) => (at < 0 ? null : at)
  const found = { intent: place(named('intent')), example: place(named('example')), answer: place(named('answer')) }
  const head = found.intent !== null || found.example !== null || found.answer !== null
  const rows = sheet.rows.slice(head ? 1 : 0, 200)
  const width = first.length
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? '').filter(Boolean))
  const taken = () => [found.intent, found.example, found.answer]
  if (found.example === null) found.example = most(columns, (cells) => mean(cells) * spread(cells), taken())
  if (found.intent === null && found.example !== null)
    found.intent = most(columns, (cells) => (spread(cells) < 0.8 && mean(cells) < 40 ? 1 - spread(cells) : 0), taken())
  return { head, ...found }
}

function most(columns: string[][], worth: (cells: string[]) => number, taken: (number | null)[]): number | null {
  const worths = columns.map((cells, at) => (taken.includes(at) || cells.length === 0 ? 0 : worth(cells)))
  const best = Math.max(0, ...worths)
  return best > 0 ? worths.indexOf(best) : null
}

const mean = (cells: string[]) => cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length
const spread = (cells: string[]) => new Set(cells).size / cells.length

export interface Planned {
  come: Map<string, string[]>
  begun: Begun[]
  examples: number
  /** Rows that are left out, and why. */
  known: number
  tooLong: number
  nameless: number
}

/** What the rows would bring. Without a column of intents all go to `into`; an empty cell means the intent above it. */
export function planned(sheet: Sheet, columns: Columns, intents: readonly Intent[], into: string | null): Planned {
  const plan: Planned = { come: new Map(), begun: [], examples: 0, known: 0, tooLong: 0, nameless: 0 }
  const have = new Map(intents.map((each) => [each.name, new Set(each.examples.map(sameness))]))
  const fresh = new Map<string, Begun>()
  const rows = sheet.rows.slice(columns.head ? 1 : 0)
  let above = ''
  for (const row of rows) {
    const cell = (at: number | null) => (at === null ? '' : (row[at] ?? ''))
    const example = cell(columns.example)
    above = cell(columns.intent) || above
    const named = columns.intent === null ? into : above
    if (!example) continue
    if (!named) plan.nameless += 1
    else if (example.length > LONGEST) plan.tooLong += 1
    else take(plan, intentNamed(named, intents), named, example, cell(columns.answer), have, fresh, intents)
  }
  plan.begun = [...fresh.values()]
  return plan
}

function take(
  plan: Planned,
  intent: Intent | undefined,
  named: string,
  example: string,
  answer: string,
  have: Map<string, Set<string>>,
  fresh: Map<string, Begun>,
  intents: readonly Intent[],
): void {
  const key = intent?.name ?? `new ${sameness(named)}`
  const seen = have.get(key) ?? new Set<string>()
  have.set(key, seen)
  if (seen.has(sameness(example))) {
    plan.known += 1
    return
  }
  seen.add(sameness(example))
  plan.examples += 1
  if (intent) {
    plan.come.set(intent.name, [...(plan.come.get(intent.name) ?? []), example])
    return
  }
  const begun = fresh.get(key)
  if (begun) {
    begun.examples.push(example)
    if (answer && !begun.answer) Object.assign(begun, { kind: 'answers', answer })
  } else {
    const taken = [...intents.map((each) => each.name), ...[...fresh.values()].map((each) => each.name)]
    const kind = answer ? 'answers' : 'intents'
    fresh.set(key, { kind, name: freeName(taken, named), title: named.slice(0, 80), examples: [example], ...(answer && { answer }) })
  }
}

function intentNamed(named: string, intents: readonly Intent[]): Intent | undefined {
  return intents.find((each) => each.name === named) ?? intents.find((each) => each.title && sameness(each.title) === sameness(named))
}
