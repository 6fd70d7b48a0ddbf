import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { EMOTIONS } from '../src/words/feelings'
import { stretch, zoned } from '../src/words/times'
import { firstLanguage } from '../src/words/words'
import { en } from '../src/words/en'
import { ko } from '../src/words/ko'

const SOURCE = join(import.meta.dirname, '../src')

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

test('both languages say everything', () => {
  expect(keys(en)).toEqual(keys(ko))
  for (const table of [ko, en]) expect(JSON.stringify(table)).not.toContain('""')
})

test('every emotion has its word', () => {
  expect(Object.keys(ko.emotion).sort()).toEqual([...EMOTIONS].sort())
})

test('no page says anything that is not in the table', () => {
  const spoken = files(SOURCE)
    .filter((path) => /\.tsx?$/.test(path) && !/words\/(ko|en)\.ts$/.test(path))
    .flatMap((path) => {
      const lines = readFileSync(path, 'utf8').split('\n')
      return lines.filter((line) => /[가-힣]/.test(line) && !/^\s*(\/?\*|\/\/)/.test(line) && !line.includes('한국어'))
    })
  expect(spoken.filter((line) => !line.trimStart().startsWith('/**'))).toEqual([])
})

test('every word of the table is said somewhere', () => {
  const source = files(SOURCE)
    .filter((path) => /\.tsx?$/.test(path) && !/words\/(ko|en)\.ts$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  // Said by its own name, or looked up by the name of a value: words.emotion[felt].
  const said = (key: string) =>
    source.includes(`words.${key}`) || key.split('.').some((_, n, parts) => n > 0 && source.includes(`words.${parts.slice(0, n).join('.')}[`))
  const unsaid = keys(ko).filter((key) => !said(key))
  expect(unsaid).toEqual([])
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
