import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { Finding } from '../src/draft/draft'
import { type Fix, fixesOf, MENDED_AT_A_PRESS } from '../src/fixes/fixes'
import { en } from '../src/fixes/words.en'
import { ko } from '../src/fixes/words.ko'
import { en as calledEn } from '../src/scene/words.en'
import { ko as calledKo } from '../src/scene/words.ko'
import { parse } from '../src/yaml/document'

interface Case {
  finding: Finding
  draft: Record<string, string>
  fix: number
  given: string
  mended: Record<string, string>
}

const KOREAN = { own: ko, called: calledKo }
const ENGLISH = { own: en, called: calledEn }
// The server's check looks at the same table: what is mended here is found mended there.
const TABLE = JSON.parse(readFileSync(join(import.meta.dirname, '../../../tests/playbook/fix_cases.json'), 'utf8')) as {
  base: Record<string, string>
  cases: Case[]
}

test.each(TABLE.cases)('a press mends $finding.rule as the check wants it', ({ finding, draft, fix, given, mended }) => {
  const fixes = fixesOf(finding, { ...TABLE.base, ...draft }, KOREAN)
  expect((fixes[fix] as Fix).mend(given).files).toEqual(mended)
})

test('every fix there is has a case, and every comment outlives it', () => {
  expect(new Set(TABLE.cases.map((each) => each.finding.rule))).toEqual(new Set(MENDED_AT_A_PRESS))
  for (const { draft, mended, finding } of TABLE.cases) {
    const comments = (text = '') => [...text.matchAll(/#.*$/gm)].map(([each]) => each)
    for (const [path, text] of Object.entries(mended)) expect(comments(text), finding.rule).toEqual(expect.arrayContaining(comments(draft[path])))
  }
})

test('every fix that can be chosen leaves a text that can be read, in either language', () => {
  for (const { finding, draft } of TABLE.cases) {
    for (const said of [KOREAN, ENGLISH]) {
      for (const fix of fixesOf(finding, { ...TABLE.base, ...draft }, said)) {
        expect(fix.label).not.toContain('undefined')
        if ('asks' in fix) continue
        for (const given of fix.choices?.map((each) => each.value) ?? ['무엇']) {
          for (const text of Object.values(fix.mend(given).files)) expect(parse(text).slips, finding.rule).toEqual([])
        }
      }
    }
  }
})

test('nothing is mended in a text that cannot be read, or has moved on', () => {
  const [first] = TABLE.cases as [Case]
  expect(fixesOf(first.finding, { [first.finding.file]: 'title: "' }, KOREAN)).toEqual([])
  expect(fixesOf(first.finding, {}, KOREAN)).toEqual([])
  expect(fixesOf({ ...first.finding, rule: 'blame' }, { ...TABLE.base, ...first.draft }, KOREAN)).toEqual([])
})
