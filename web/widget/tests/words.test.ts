import { expect, test } from 'vitest'

import { en } from '../app/words/en'
import { ko } from '../app/words/ko'
import { told } from '../app/words/words'
import { WORDS as LOADER } from '../loader/words'

function keys(table: object, before = ''): string[] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'object' ? keys(value as object, `${before}${key}.`) : [`${before}${key}`],
  )
}

test('both languages say everything', () => {
  expect(keys(en)).toEqual(keys(ko))
  expect(keys(LOADER.en)).toEqual(keys(LOADER.ko))
  const empty = [...Object.values(ko), ...Object.values(en)].filter((value) => value === '')
  expect(empty).toEqual([])
})

test('a problem that has no words of its own still says what to do', () => {
  expect(told(ko, 'a_new_code')).toBe(ko.problem.other)
  expect(told(en, null)).toBe(en.problem.other)
})
