/** What a fix is, and what it looks at: the remark, the text it is about, and the value that stands there. */

import type { Finding, Texts } from '../draft/draft'
import { type Glossary, glossaryOf } from '../scene/glossary'
import { type Scene, sceneOf, type Step } from '../scene/scene'
import { stepLabel } from '../scene/step_label'
import type { ko as scene } from '../scene/words.ko'
import { get, parse, pathAt, type Path, type Plain, type Yaml } from '../yaml/document'
import type { ko } from './words.ko'

export interface Choice {
  value: string
  label: string
}

/** Something that mends a remark at a press. */
export interface Fix {
  label: string
  /** What one of is chosen first. */
  choices?: readonly Choice[]
  /** What is typed first. */
  typed?: boolean
  /** The texts of files as they will be. `given` is what was chosen or typed. */
  mend: (given: string) => Mended
}

export interface Mended {
  files: Record<string, string>
  /** The step to look at next. */
  pick?: string
}

/** A fix that only people can finish: an action is asked for by this name. */
export interface Asks {
  label: string
  asks: string
}

/** What fixes say: their own words, and what steps are called. */
export interface Said {
  own: typeof ko
  called: typeof scene
}

/** A remark at its place. */
export interface At extends Said {
  finding: Finding
  texts: Texts
  glossary: Glossary
  text: string
  yaml: Yaml
  /** The innermost value that stands where the remark points, as its keys are written. */
  path: Path
  value: Plain | undefined
  /** The scenario, when the remark is about one, and its step. */
  scene: Scene | null
  step: Step | undefined
}

/** Null where the file has mistakes or is gone: then nothing can be mended at a press. */
export function placeOf(finding: Finding, texts: Texts, said: Said): At | null {
  const text = texts[finding.file]
  if (text === undefined) return null
  const yaml = parse(text)
  if (yaml.slips.length > 0) return null
  const path = pathAt(yaml, offsetOf(text, finding.line, finding.column))
  const scene = finding.file.startsWith('scenarios/') ? sceneOf(text) : null
  const index = path[0] === undefined ? undefined : indexIn(finding)
  const step = scene?.steps.find((each) => each.index === index)
  return { finding, texts, glossary: glossaryOf(texts), ...said, text, yaml, path, value: get(yaml, path), scene, step }
}

/** The place of the step in its file. */
function indexIn({ where }: Finding): number | undefined {
  const at = where.indexOf('steps')
  return at < 0 || where[at + 1] === undefined ? undefined : Number(where[at + 1])
}

/** Lines and columns count from 1, columns in code points, as the server counts. */
function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n')
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  return before + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length
}

/** Every other step of the scenario, to choose from. */
export function stepsBeside({ scene, step, called, glossary }: At): Choice[] {
  return (scene?.steps ?? []).filter((each) => each.id !== step?.id).map((each) => ({ value: each.id, label: stepLabel(each, called, glossary) }))
}

/** The part of a path that ends with this key, for a remark on what lies in it. */
export function upTo(path: Path, key: string): Path {
  return path.slice(0, path.lastIndexOf(key) + 1)
}
