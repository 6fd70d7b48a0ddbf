/** A table somebody chose becomes examples of intents: which columns hold what, and what of it is new. */

import type { components } from '../../../../shared/api.generated'
import { type Begun, freeName, LONGEST, sameness } from './change'
import type { Intent } from './model'

export type Sheet = components['schemas']['Sheet']

/** Which column holds what, from 0; null: none. `head`: the row at `top` names the columns. What stands above it is no example. */
export interface Columns {
  top: number
  head: boolean
  intent: number | null
  example: number | null
  answer: number | null
}

/** How people name the columns, each list with blanks between: `own.columns` of the words. */
export type Names = Readonly<Record<'intent' | 'example' | 'answer', string>>

// A title and a date may stand above the names of the columns.
const HIGHEST_HEAD = 10

/** The columns as they most likely are: by their names, else by how long and how varied their cells are. */
export function guessed(sheet: Sheet, names: Names): Columns {
  const heads = sheet.rows.slice(0, HIGHEST_HEAD).map((row) => namedIn(row, names))
  // A sentence that happens to be one of the names stands alone: further down only a row with two of them is a head.
  const highest = Math.max(0, ...heads.map(count))
  const top = highest > 1 ? heads.findIndex((each) => count(each) === highest) : 0
  const found = heads[top] ?? { intent: null, example: null, answer: null }
  const head = count(found) > 0
  const rows = sheet.rows.slice(head ? top + 1 : 0).slice(0, 200)
  const width = sheet.rows[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? '').filter(Boolean))
  const taken = () => [found.intent, found.example, found.answer]
  if (found.example === null) found.example = most(columns, (cells) => mean(cells) * spread(cells), taken())
  if (found.intent === null && found.example !== null)
    found.intent = most(columns, (cells) => (spread(cells) < 0.8 && mean(cells) < 40 ? 1 - spread(cells) : 0), taken())
  return { top, head, ...found }
}

type Found = Record<keyof Names, number | null>

function namedIn(row: readonly string[], names: Names): Found {
  const plain = row.map((cell) => cell.toLowerCase().replace(/[\s_()-]+/g, ''))
  const place = (kind: keyof Names) => {
    const at = plain.findIndex((cell) => cell !== '' && names[kind].split(' ').includes(cell))
    return at < 0 ? null : at
  }
  return { intent: place('intent'), example: place('example'), answer: place('answer') }
}

const count = (found: Found) => Object.values(found).filter((at) => at !== null).length

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
  /** Examples that come though another intent has them too, or gets them. */
  shared: number
  /** Answers that stay behind: their intent has one already. */
  answers: number
}

/** What the rows would bring. Without a column of intents all go to `into`; an empty cell means the intent above it. */
export function planned(sheet: Sheet, columns: Columns, intents: readonly Intent[], into: string | null): Planned {
  const plan: Planned = { come: new Map(), begun: [], examples: 0, known: 0, tooLong: 0, nameless: 0, shared: 0, answers: 0 }
  const taking = new Taking(plan, intents)
  let above = ''
  for (const row of sheet.rows.slice(columns.top + (columns.head ? 1 : 0))) {
    const cell = (at: number | null) => (at === null ? '' : (row[at] ?? ''))
    const example = cell(columns.example)
    above = cell(columns.intent) || above
    const named = columns.intent === null ? into : above
    if (!example) continue
    if (!named) plan.nameless += 1
    else if (example.length > LONGEST) plan.tooLong += 1
    else taking.take(named, example, cell(columns.answer))
  }
  plan.begun = taking.begun()
  return plan
}

/** Row for row: whose example it is, and whether it is new. */
class Taking {
  private readonly byName: Map<string, Intent>
  private readonly byTitle: Map<string, Intent>
  private readonly names: Set<string>
  private readonly fresh = new Map<string, Begun>()
  /** Whose each example is. */
  private readonly owners = new Map<string, Set<string>>()

  constructor(
    private readonly plan: Planned,
    intents: readonly Intent[],
  ) {
    // Of two with one title the first counts.
    const last = [...intents].reverse()
    this.byName = new Map(last.map((each) => [each.name, each]))
    this.byTitle = new Map(last.filter((each) => each.title).map((each) => [sameness(each.title), each]))
    this.names = new Set(this.byName.keys())
    for (const each of intents) for (const example of each.examples) this.ownersOf(example).add(each.name)
  }

  begun(): Begun[] {
    return [...this.fresh.values()]
  }

  take(named: string, example: string, answer: string): void {
    const { plan } = this
    const title = sameness(named)
    const intent = this.byName.get(named) ?? this.byTitle.get(title)
    const key = intent?.name ?? `new ${title}`
    const begun = this.fresh.get(key)
    const has = intent?.answer ? intent.answer.first[0] : begun?.answer
    if (answer && answer !== has && (intent || has)) plan.answers += 1
    const owners = this.ownersOf(example)
    if (owners.has(key)) {
      plan.known += 1
      return
    }
    if (owners.size) plan.shared += 1
    owners.add(key)
    plan.examples += 1
    if (intent) plan.come.set(key, [...(plan.come.get(key) ?? []), example])
    else if (begun) {
      begun.examples.push(example)
      if (answer && !begun.answer) Object.assign(begun, { kind: 'answers', answer })
    } else this.begin(key, named, example, answer)
  }

  private begin(key: string, named: string, example: string, answer: string): void {
    const name = freeName(this.names, named)
    this.names.add(name)
    const kind = answer ? 'answers' : 'intents'
    this.fresh.set(key, { kind, name, title: named.slice(0, 80), examples: [example], ...(answer && { answer }) })
  }

  private ownersOf(example: string): Set<string> {
    const key = sameness(example)
    const found = this.owners.get(key) ?? new Set<string>()
    this.owners.set(key, found)
    return found
  }
}
