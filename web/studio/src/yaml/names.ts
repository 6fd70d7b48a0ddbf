/** The Korean and English names of a playbook's keys and values: a file may use either. */

import table from '../../../shared/playbook_names.json'

const KEYS = table.keys as Record<string, readonly string[]>
const VALUES = table.values as Record<string, string>
const ENGLISH = new Map(Object.entries(KEYS).flatMap(([english, names]) => names.map((name) => [name, english] as const)))

/** A key's name in English; one we do not know stays as it is. Blanks inside a Korean key do not matter. */
export function keyInEnglish(written: string): string {
  return ENGLISH.get(written.replaceAll(' ', '')) ?? written
}

/** Whether it is a key of the format itself, not a name somebody gave. */
export function isKey(written: string): boolean {
  return Object.hasOwn(KEYS, keyInEnglish(written))
}

/** A value of a fixed list in English. */
export function valueInEnglish(written: string): string {
  return VALUES[written.replaceAll(' ', '')] ?? written
}

/** Every way to write a key, the given one first. */
export function namesOf(key: string): readonly string[] {
  return [key, ...(KEYS[key] ?? [])]
}

/** The name a new key gets beside keys that are written in Korean. */
export function koreanKey(key: string): string {
  return KEYS[key]?.[0] ?? key
}

/** The value of a key in a record that may be written in either language. */
export function own(record: unknown, key: string): unknown {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined
  const values = record as Record<string, unknown>
  for (const [written, value] of Object.entries(values)) if (written === key || keyInEnglish(written) === key) return value
  return undefined
}
