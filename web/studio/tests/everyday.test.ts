import { expect, test } from 'vitest'

import { type Line, matches, ownLines, toBegin, withLine } from '../src/features/lines/lines_file'

const WAIT: Line = {
  name: 'wait',
  title: '잠깐만에 답하기',
  group: 'manners',
  may_use: [],
  usual: { first: ['네, 천천히 하세요.'], second: ['괜찮아요.'], third: [], cases: [] },
}
const YES: Line = { ...WAIT, name: 'yes_button', title: '예 단추', group: 'buttons', usual: { first: ['네'], second: [], third: [], cases: [] } }
const FILE = `# 우리 말
thanks: 저희가 더 고마워요.   # 늘 이렇게
`

test('a line becomes the own one beginning from the words that come with the product, and nothing else changes', () => {
  const written = withLine(FILE, 'wait', toBegin(WAIT))
  expect(written.startsWith(FILE)).toBe(true)
  expect(ownLines(written)).toEqual({ thanks: '저희가 더 고마워요.', wait: { first: ['네, 천천히 하세요.'], second: ['괜찮아요.'] } })
  expect(toBegin(YES)).toBe('네')
})

test('a file that is not there begins with the first line, and giving the last one back leaves no line', () => {
  const written = withLine('', 'wait', '네, 다녀오세요.')
  expect(ownLines(written)).toEqual({ wait: '네, 다녀오세요.' })
  expect(ownLines(withLine(written, 'wait', undefined))).toEqual({})
  expect(ownLines(undefined)).toEqual({})
})

test('lines are found by their name, by the words that come with them and by our own', () => {
  expect(matches(WAIT, undefined, '잠깐만')).toBe(true)
  expect(matches(WAIT, undefined, '천천히')).toBe(true)
  expect(matches(WAIT, { first: ['다녀오세요'] }, '다녀오')).toBe(true)
  expect(matches(WAIT, undefined, '다녀오')).toBe(false)
})
