/** The persona as its file has it, and how the file changes. Pure. */

import type { components } from '../../../../shared/api.generated'
import korean from '../../words/korean.json'
import { get, parse, type Plain } from '../../yaml/document'
import { deleteIn, setIn } from '../../yaml/edit'
import { valueInEnglish } from '../../yaml/names'

export const PERSONA = 'persona.yaml'
const ORDER = ['name', 'speech_level', 'warmth', 'humour', 'pace', 'introduction', 'say_instead', 'never_say', 'longest_reply']

type Kept = components['schemas']['Persona']
export type Level = Kept['speech_level']
export type Warmth = Kept['warmth']

export interface Persona {
  name: string
  speech_level: Level
  warmth: Warmth
  humour: 'never' | 'when_content'
  pace: { ms_per_character: number; at_most_ms: number }
  introduction: string
  say_instead: readonly (readonly [string, string])[]
  never_say: readonly string[]
  longest_reply: number
}

export const WARMTHS: readonly Warmth[] = ['plain', 'warm', 'very_warm']
export const LEVELS = korean.levels as readonly Level[]

/** What the file says, with what the product takes where it says nothing. */
export function personaOf(text: string): Persona {
  const yaml = parse(text)
  const at = (...path: string[]) => get(yaml, path)
  const word = (key: string, usual: string) => {
    const found = at(key)
    return found === undefined || found === null ? usual : String(found)
  }
  const number = (usual: number, ...path: string[]) => {
    const found = at(...path)
    return typeof found === 'number' ? found : usual
  }
  const one = <T extends string>(key: string, of: readonly T[], usual: T): T => of.find((each) => each === valueInEnglish(word(key, usual))) ?? usual
  const instead = at('say_instead')
  const never = at('never_say')
  return {
    name: word('name', korean.name),
    speech_level: one('speech_level', LEVELS, LEVELS[0] as Level),
    warmth: one('warmth', WARMTHS, 'warm'),
    humour: one('humour', ['never', 'when_content'] as const, 'never'),
    pace: { ms_per_character: number(12, 'pace', 'ms_per_character'), at_most_ms: number(1200, 'pace', 'at_most_ms') },
    introduction: word('introduction', ''),
    say_instead: isRecord(instead) ? Object.entries(instead).map(([hard, plain]) => [hard, String(plain ?? '')] as const) : [],
    never_say: Array.isArray(never) ? never.map(String) : [],
    longest_reply: number(320, 'longest_reply'),
  }
}

function isRecord(value: Plain | undefined): value is Record<string, Plain> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The file with one thing changed; what is empty is taken out of it. */
export function withValue(text: string, path: readonly string[], value: Plain): string {
  const empty = value === '' || (Array.isArray(value) && value.length === 0)
  return empty ? deleteIn(text, path) : setIn(text, path, value, { order: ORDER })
}

/** The file with a stiff word's plain one: new, or changed. */
export function withInstead(text: string, hard: string, plain: string): string {
  return setIn(text, ['say_instead', hard], plain, { order: ORDER })
}

/** The file without a stiff word. */
export function withoutInstead(text: string, hard: string): string {
  const { say_instead } = personaOf(text)
  return say_instead.length > 1 ? deleteIn(text, ['say_instead', hard]) : deleteIn(text, ['say_instead'])
}
