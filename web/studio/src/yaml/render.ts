/** Values written as new YAML, in the manner of the files around them: short things in brackets, long things in lines. */

import { isMap, isScalar, isSeq, parseDocument } from 'yaml'

import type { Plain } from './document'

const IN_BRACKETS = 100
const LIST_IN_BRACKETS = 80
// What ruamel reads as a number and the npm package does not.
const LIKE_A_NUMBER = /^[-+]?[0-9_.]+$/
const RISKY_IN_BRACKETS = /[:,[\]{}#&*!|>'"%@`]/

export type Quotes = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED'

/** How a new value is written: on the line of its key or dash, or on lines of its own below. */
export type Rendered = { inline: string } | { lines: string[] }

/** One value on one line; `inBrackets` when it stands between brackets. */
export function inline(value: Plain, inBrackets: boolean, quotes: Quotes = 'PLAIN'): string {
  if (typeof value === 'string') return words(value, inBrackets, quotes)
  if (Array.isArray(value)) return `[${value.map((each) => inline(each, true)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, each]) => `${words(key, true, 'PLAIN')}: ${inline(each, true)}`)
    return `{${pairs.join(', ')}}`
  }
  return String(value)
}

/** A value for a block: mappings in lines unless they are short, texts with line breaks as they are. */
export function rendered(value: Plain, manner: 'lines' | 'short'): Rendered {
  if (typeof value === 'string') {
    return value.includes('\n') && blockable(value) ? { inline: literal(value) } : { inline: inline(value, false) }
  }
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return { inline: inline(value, false) }
  if (fits(value, manner)) return { inline: inline(value, false) }
  const lines = Array.isArray(value)
    ? value.flatMap((each) => under('-', rendered(each, manner)))
    : Object.entries(value).flatMap(([key, each]) => under(`${words(key, false, 'PLAIN')}:`, rendered(each, 'short')))
  return { lines }
}

/** Lines that begin with a key or a dash and hold a value: below a dash it begins on the same line. */
export function under(lead: string, value: Rendered): string[] {
  if ('inline' in value) {
    const [first, ...rest] = value.inline.split('\n')
    return [`${lead} ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))]
  }
  const inner = value.lines.map((line) => (line === '' ? '' : `  ${line}`))
  return lead === '-' ? [`- ${inner[0]?.trimStart() ?? ''}`, ...inner.slice(1)] : [lead, ...inner]
}

function fits(value: Plain[] | { [key: string]: Plain }, manner: 'lines' | 'short'): boolean {
  if (manner === 'lines') return false
  const parts = Array.isArray(value) ? value : Object.values(value)
  const nests = (each: Plain) => typeof each === 'object' && each !== null
  const deep = parts.some((each) => nests(each) && Object.values(each as object).some(nests) && (Array.isArray(value) || Array.isArray(each)))
  const words = !Array.isArray(value) && ('first' in value || 'when' in value)
  return !deep && !words && inline(value, false).length <= (Array.isArray(value) ? LIST_IN_BRACKETS : IN_BRACKETS)
}

/** A text that reads back as itself, in the quotes it had while they still fit. */
function words(text: string, inBrackets: boolean, quotes: Quotes): string {
  if (quotes === 'QUOTE_SINGLE' && !/[\n\r\t]/.test(text) && printable(text)) return `'${text.replaceAll("'", "''")}'`
  if (quotes !== 'QUOTE_DOUBLE' && plainly(text, inBrackets)) return text
  return JSON.stringify(text)
}

function plainly(text: string, inBrackets: boolean): boolean {
  if (text === '' || text !== text.trim() || /[\n\r]/.test(text) || LIKE_A_NUMBER.test(text) || !printable(text)) return false
  if (text === '=' || text === '<<' || (inBrackets && RISKY_IN_BRACKETS.test(text))) return false
  const document = parseDocument(inBrackets ? `[{k: ${text}}]` : `- k: ${text}\n`)
  if (document.errors.length > 0 || document.warnings.length > 0 || !isSeq(document.contents)) return false
  const [item] = document.contents.items
  const found = isMap(item) && item.items.length === 1 ? item.items[0]?.value : undefined
  return isScalar(found) && found.value === text && found.type === 'PLAIN' && found.comment == null
}

function printable(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u2028\u2029]/.test(text)
}

function blockable(text: string): boolean {
  return printable(text) && !/\r/.test(text) && !/^[ \t\n]/.test(text) && !/[ \t]$/m.test(text) && !/\n\n$/.test(text)
}

function literal(text: string): string {
  const ends = text.endsWith('\n')
  return [ends ? '|' : '|-', ...(ends ? text.slice(0, -1) : text).split('\n')].join('\n')
}
