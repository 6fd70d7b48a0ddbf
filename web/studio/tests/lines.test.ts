import { expect, test } from 'vitest'

import { sideBySide, withoutTheSame } from '../src/draft/lines'

const written = (rows: ReturnType<typeof sideBySide>) => rows.map((row) => `${row.before ?? ''}|${row.after ?? ''}${row.same ? '' : ' *'}`)

test('equal lines stand beside each other around what came, went and changed', () => {
  expect(written(sideBySide('a\nb\nc\nd\n', 'a\nx\nc\nd\ne\n'))).toEqual(['a|a', 'b|x *', 'c|c', 'd|d', '|e *'])
  expect(written(sideBySide('', 'a\n'))).toEqual(['|a *'])
  expect(sideBySide('a\n', 'a')).toEqual([{ before: 'a', after: 'a', same: true }])
})

test('a moved line is not lost on either side', () => {
  const rows = sideBySide('1\n2\n3\n4\n5\n', '2\n3\n4\n1\n5\n')
  expect(rows.flatMap((row) => row.before ?? []).join('')).toBe('12345')
  expect(rows.flatMap((row) => row.after ?? []).join('')).toBe('23415')
})

test('what is the same far away is left out, with one gap for each stretch', () => {
  const lines = Array.from({ length: 40 }, (_, n) => String(n))
  const rows = withoutTheSame(sideBySide(lines.join('\n'), lines.map((line, n) => (n === 20 ? 'x' : line)).join('\n')))
  expect(rows.map((row) => row?.before ?? null)).toEqual([null, '17', '18', '19', '20', '21', '22', '23', null])
  expect(withoutTheSame(sideBySide('a\nb', 'a\nb'))).toEqual([null])
})
