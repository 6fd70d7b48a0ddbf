/** The intents and answers of a draft, as its files say them. */

import { get, parse, type Plain, type Yaml } from '../../yaml/document'
import { own } from '../../yaml/names'

export type Kind = 'intents' | 'answers'

/** Words for one place: what is said the first, second and third time. `plain`: one text or a list, without these parts. */
export interface Said {
  first: string[]
  second: string[]
  third: string[]
  plain: boolean
  /** Special cases are written too; they stay as they are. */
  cases: boolean
}

export interface Intent {
  kind: Kind
  /** The file it stands in. */
  path: string
  name: string
  title: string
  matter: string
  happened: string
  examples: string[]
  answer: Said | null
  notSolved: Said | null
  asksIfSolved: boolean
}

export interface Read {
  intents: Intent[]
  /** Files that cannot be read, with the line of their first mistake: what stands in them is not shown. */
  broken: { path: string; line: number }[]
}

const FILE = /^(intents|answers)\/[^/]+\.ya?ml$/
const known = new Map<string, { text: string; yaml: Yaml }>()

/** Every intent of the draft's texts, in the order of the files. */
export function readIntents(texts: Readonly<Record<string, string>>): Read {
  const found: Read = { intents: [], broken: [] }
  for (const path of Object.keys(texts).sort()) {
    const kind = FILE.exec(path)?.[1] as Kind | undefined
    if (!kind) continue
    const yaml = parsed(path, texts[path] as string)
    const [slip] = yaml.slips
    if (slip) {
      found.broken.push({ path, line: slip.line })
      continue
    }
    const root = get(yaml)
    if (!isMap(root)) continue
    for (const [name, value] of Object.entries(root)) if (isMap(value)) found.intents.push(intentOf(kind, path, name, value))
  }
  return found
}

/** Scenarios that an intent leads to: those whose files name it. */
export function scenariosOf(texts: Readonly<Record<string, string>>, intent: string): { id: string; title: string }[] {
  return Object.keys(texts)
    .filter((path) => /^scenarios\/[^/]+\.ya?ml$/.test(path))
    .flatMap((path) => {
      const yaml = parsed(path, texts[path] as string)
      const root = yaml.slips.length ? undefined : get(yaml)
      if (!isMap(root) || !list(own(root, 'intents')).includes(intent)) return []
      const id = path.slice('scenarios/'.length).replace(/\.ya?ml$/, '')
      return [{ id, title: text(own(root, 'title')) || id }]
    })
}

function parsed(path: string, text: string): Yaml {
  const last = known.get(path)
  if (last?.text === text) return last.yaml
  const yaml = parse(text)
  known.set(path, { text, yaml })
  return yaml
}

function intentOf(kind: Kind, path: string, name: string, value: { [key: string]: Plain }): Intent {
  return {
    kind,
    path,
    name,
    title: text(own(value, 'title')),
    matter: text(own(value, 'matter')),
    happened: text(own(value, 'happened')),
    examples: list(own(value, 'examples')),
    answer: kind === 'answers' ? (said(own(value, 'answer')) ?? { ...NOTHING }) : null,
    notSolved: kind === 'answers' ? said(own(value, 'if_not_solved')) : null,
    asksIfSolved: own(value, 'asks_if_solved') === true,
  }
}

const NOTHING: Said = { first: [''], second: [], third: [], plain: true, cases: false }

function said(value: unknown): Said | null {
  if (value === undefined || value === null) return null
  if (!isMap(value as Plain)) return { ...NOTHING, first: list(value) }
  return {
    first: list(own(value, 'first')),
    second: list(own(value, 'second')),
    third: list(own(value, 'third')),
    plain: false,
    cases: own(value, 'if') !== undefined,
  }
}

function isMap(value: Plain | undefined): value is { [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function list(value: unknown): string[] {
  if (value === undefined || value === null) return []
  return (Array.isArray(value) ? value : [value]).map(text)
}

function text(value: unknown): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value)
}
