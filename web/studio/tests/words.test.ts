import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { en } from '../src/words/en'
import { EMOTIONS } from '../src/words/feelings'
import { ko } from '../src/words/ko'
import { stretch, zoned } from '../src/words/times'
import { firstLanguage } from '../src/words/words'

const SOURCE = join(import.meta.dirname, '../src')
const FEATURES = join(SOURCE, 'features')
// Says what steps are called with the words of the page that asks.
const SCENE = join(SOURCE, 'scene')
// Said in every language: the frame's words, and those of a feature in its own folder.
const TABLE = /words[/.](ko|en)\.ts$/

function keys(table: object, before = ''): string[] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'object' ? keys(value as object, `${before}${key}.`) : [`${before}${key}`],
  )
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : [path]
  })
}

interface Tables {
  ko: object
  en: object
}

async function ownTables(folder: string): Promise<Tables> {
  const [korean, english] = await Promise.all(
    ['ko', 'en'].map((language) => import(join(folder, `words.${language}.ts`)) as Promise<Partial<Tables>>),
  )
  return { ko: korean?.ko ?? {}, en: english?.en ?? {} }
}

/** Folders with words of their own: features, and what they share. */
function speakingFeatures(): string[] {
  return [...readdirSync(FEATURES).map((name) => join(FEATURES, name)), join(SOURCE, 'draft'), join(SOURCE, 'fixes')].filter(
    (path) => statSync(path).isDirectory() && readdirSync(path).includes('words.ko.ts'),
  )
}

test('both languages say everything', async () => {
  for (const tables of [{ ko, en }, ...(await Promise.all(speakingFeatures().map(ownTables)))]) {
    expect(keys(tables.en)).toEqual(keys(tables.ko))
    for (const table of [tables.ko, tables.en]) expect(JSON.stringify(table)).not.toContain('""')
  }
})

test('every emotion has its word', () => {
  expect(Object.keys(ko.emotion).sort()).toEqual([...EMOTIONS].sort())
})

test('no page says anything that is not in the table', () => {
  const spoken = files(SOURCE)
    .filter((path) => /\.tsx?$/.test(path) && !TABLE.test(path))
    .flatMap((path) => {
      const lines = readFileSync(path, 'utf8').split('\n')
      return lines.filter((line) => /[가-힣]/.test(line) && !/^\s*(\/?\*|\/\/)/.test(line) && !line.includes('한국어'))
    })
  expect(spoken.filter((line) => !line.trimStart().startsWith('/**'))).toEqual([])
})

/** The keys of a table that no file of the folder says as `name.key`, or looks up by a value: `words.emotion[felt]`. */
function unsaid(table: object, name: string, folder: string): string[] {
  const source = [folder, SCENE]
    .flatMap(files)
    .filter((path) => /\.tsx?$/.test(path) && !TABLE.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const said = (key: string) =>
    source.includes(`${name}.${key}`) ||
    key.split('.').some((_, n, parts) => n > 0 && source.includes(`${name}.${parts.slice(0, n).join('.')}[`))
  return keys(table).filter((key) => !said(key))
}

test('every word of a table is said somewhere', async () => {
  expect(unsaid(ko, 'words', SOURCE)).toEqual([])
  for (const folder of speakingFeatures()) expect(unsaid((await ownTables(folder)).ko, 'own', folder)).toEqual([])
})

test('the language of the browser is spoken unless another was chosen', () => {
  expect(firstLanguage(null, ['fr-FR', 'en-GB', 'ko-KR'])).toBe('en')
  expect(firstLanguage(null, ['ko-KR'])).toBe('ko')
  expect(firstLanguage(null, ['de'])).toBe('ko')
  expect(firstLanguage('en', ['ko-KR'])).toBe('en')
})

test('a stretch of time is said in its largest unit', () => {
  expect(stretch(10_000, 'ko')).toBe('1분')
  expect(stretch(3 * 3_600_000, 'ko')).toBe('3시간')
  expect(stretch(72 * 3_600_000, 'en')).toBe('3 days')
})

test('a moment is sent with its time zone', () => {
  const at = new Date('2026-11-23T03:04:05Z')
  expect(zoned(at)).toMatch(/^2026-11-2\dT\d\d:\d\d:05[+-]\d\d:\d\d$/)
  expect(new Date(zoned(at)).getTime()).toBe(at.getTime())
})
