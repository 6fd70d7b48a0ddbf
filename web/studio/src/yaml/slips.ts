/** Mistakes that keep a text from being YAML we take, under the names the server's check gives them. */

import { type Document, isAlias, isCollection, isScalar, type LineCounter, visit, type YAMLParseError } from 'yaml'

/** One mistake. Lines and columns count from 1; `rule` is the check's name for it. */
export interface Slip {
  rule: string
  line: number
  column: number
}

const DEEPEST = 40
const RULES: Partial<Record<YAMLParseError['code'], string>> = {
  BAD_ALIAS: 'alias',
  BAD_INDENT: 'yaml_indent',
  BAD_SCALAR_START: 'yaml_sign',
  BLOCK_AS_IMPLICIT_KEY: 'yaml_colon',
  DUPLICATE_KEY: 'twice',
  MULTILINE_IMPLICIT_KEY: 'yaml_key',
  MULTIPLE_DOCS: 'yaml_documents',
  TAB_AS_INDENT: 'yaml_tab',
}

export function slipsOf(document: Document.Parsed, lines: LineCounter, text: string): Slip[] {
  const slips: Slip[] = []
  const tell = (rule: string, offset: number) => {
    const { line, col } = lines.linePos(offset)
    slips.push({ rule, line: Math.max(line, 1), column: Math.max(col, 1) })
  }
  const open = document.errors.length > 0 ? leftOpen(text) : undefined
  if (open !== undefined) tell('yaml_quote', open)
  for (const error of document.errors) tell(ruleOf(error, text), offsetOf(error, document))
  if (slips.length > 0) return slips
  visit(document, {
    Node: (_, node, ancestors) => {
      // As for the server, an alias is the anchored value standing here once more.
      if (isAlias(node)) tell('alias', (node.resolve(document) ?? node).range?.[0] ?? 0)
      if (isCollection(node) && ancestors.filter(isCollection).length > DEEPEST) tell('too_deep', node.range?.[0] ?? 0)
    },
  })
  return slips
}

function ruleOf(error: YAMLParseError, text: string): string {
  if (/^Missing closing .quote/.test(error.message)) return 'yaml_quote'
  if (/^Flow|in flow collection/.test(error.message)) return 'yaml_braces'
  if (/^A block sequence may not be used as an implicit/.test(error.message)) return 'yaml_indent'
  if (/^Implicit (map )?keys? need/.test(error.message)) return 'yaml_key'
  if (error.code === 'UNEXPECTED_TOKEN') return opensWithBrace(text, error.pos[0]) ? 'yaml_braces' : 'yaml_indent'
  return RULES[error.code] ?? 'yaml'
}

/** Where a person would look for the mistake; the library names where it noticed. */
function offsetOf(error: YAMLParseError, document: Document.Parsed): number {
  if (/^Missing closing .quote/.test(error.message)) {
    let opened = error.pos[0]
    visit(document, { Scalar: (_, node) => void (isScalar(node) && node.type?.startsWith('QUOTE') && (opened = node.range?.[0] ?? opened)) })
    return opened
  }
  const reaching = document.errors.find((each) => each.code === 'MULTILINE_IMPLICIT_KEY' && each.pos[0] === error.pos[0])
  return error.code === 'BLOCK_AS_IMPLICIT_KEY' && reaching !== undefined ? reaching.pos[1] - 1 : error.pos[0]
}

const OPENED = /^\s*(?:- )*(?:[^\s"'#]+: +)?(["'])(?:(?!\1)[^\\]|\\.)*$/
const NEXT_KEY = /^\s*(?:- )*[^\s"']+:(?: |$)/

/** A quote that was never closed swallows the keys below it, and only some later quote is noticed. */
function leftOpen(text: string): number | undefined {
  const lines = text.split('\n')
  const at = lines.findIndex((line, n) => OPENED.test(line) && NEXT_KEY.test(lines[n + 1] ?? ''))
  if (at < 0) return undefined
  const before = lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0)
  return before + (lines[at] as string).search(/["']/)
}

/** Whether a value of that line begins with {name}, which YAML takes for a mapping. */
function opensWithBrace(text: string, offset: number): boolean {
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const line = text.slice(from).split('\n')[0] ?? ''
  const value = /^[\s-]*(?:[^\s{["']+: +)?(.*)$/.exec(line)?.[1] ?? ''
  return value.startsWith('{') || value.startsWith('[')
}
