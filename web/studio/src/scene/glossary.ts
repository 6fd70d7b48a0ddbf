/** What a draft declares and a scenario can name: slots, actions, scenarios, intents, and what people call them. */

import { useMemo } from 'react'

import type { Texts } from '../draft/draft'
import { get, parse, type Plain } from '../yaml/document'
import { type Fields, inEnglish } from './scene'

export interface Named {
  name: string
  title: string
}

export interface Contract extends Named {
  mock: boolean
  inputs: readonly Named[]
  outputs: readonly Named[]
}

export interface Glossary {
  slots: readonly Named[]
  actions: readonly Contract[]
  scenarios: readonly Named[]
  intents: readonly Named[]
  /** Slots and outputs of actions as conditions name them. */
  titles: Readonly<Record<string, string>>
}

const REMEMBERED = 200
const read = new Map<string, Fields>()

/** A file's mapping with its keys in English; each text is parsed once. */
function fieldsOf(text: string | undefined): Fields {
  if (text === undefined) return {}
  const known = read.get(text)
  if (known !== undefined) return known
  if (read.size > REMEMBERED) read.clear()
  const found = inEnglish(get(parse(text)))
  read.set(text, found)
  return found
}

export function useGlossary(texts: Texts): Glossary {
  return useMemo(() => glossaryOf(texts), [texts])
}

export function glossaryOf(texts: Texts): Glossary {
  const slots = named(inEnglish(fieldsOf(texts['playbook.yaml']).slots))
  const actions = Object.entries(fieldsOf(texts['actions.yaml'])).map(([name, each]): Contract => {
    const fields = inEnglish(each)
    return {
      name,
      title: titleOf(each, name),
      mock: fields.mock === true,
      inputs: named(inEnglish(fields.inputs)),
      outputs: named(inEnglish(fields.outputs)),
    }
  })
  const inFolder = (folder: string) => Object.keys(texts).filter((path) => path.startsWith(`${folder}/`) && /\.ya?ml$/.test(path))
  const scenarios = inFolder('scenarios').map((path) => {
    const name = nameOf(path)
    return { name, title: titleOf(fieldsOf(texts[path]), name) }
  })
  const intents = [...inFolder('intents'), ...inFolder('answers')].flatMap((path) => named(fieldsOf(texts[path])))
  const outputs = actions.flatMap((action) => action.outputs.map((each) => [`${action.name}.${each.name}`, each.title] as const))
  const titles = Object.fromEntries([...slots.map((each) => [each.name, each.title] as const), ...outputs])
  return { slots, actions, scenarios, intents, titles }
}

export function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.ya?ml$/, '')
}

function named(fields: Fields): Named[] {
  return Object.entries(fields).map(([name, each]) => ({ name, title: titleOf(each, name) }))
}

/** "상태(preparing, delivered …)" is called 상태. */
function titleOf(value: Plain, name: string): string {
  const { title } = inEnglish(value)
  const said = typeof title === 'string' ? title.replace(/\s*[(:（].*$/, '').trim() : ''
  return said === '' ? name : said
}
