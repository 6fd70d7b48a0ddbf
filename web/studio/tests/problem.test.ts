import { expect, test } from 'vitest'

import { mayArrive, Problem, problemOf, told } from '../src/api/problem'
import { complaint } from '../src/session/sign_in'
import { en } from '../src/words/en'
import { ko } from '../src/words/ko'

test('a problem says what to do, and never a code', () => {
  expect(told(ko, new Problem(401, 'not_signed_in'))).toBe(ko.problem.not_signed_in)
  expect(told(ko, new Problem(503, 'storage_unavailable'))).toBe(ko.problem.unavailable)
  expect(told(en, new Problem(418, 'a_new_code'))).toBe(en.problem.other)
  expect(told(en, new TypeError('Failed to fetch'))).toBe(en.problem.offline)
})

test('who signs in wrongly is told so, and who does it often how long to wait', () => {
  expect(complaint(ko, new Problem(401, 'wrong'))).toBe(ko.signIn.wrong)
  expect(complaint(ko, new Problem(429, 'too_many_tries', 45))).toContain('45초')
  expect(complaint(en, new Problem(429, 'too_many_tries', 600))).toContain('10 minutes')
})

test('an answer that is not ours is a problem too', async () => {
  const answer = new Response('<html>', { status: 502, headers: { 'retry-after': '7' } })
  const problem = await problemOf(answer)
  expect(problem).toMatchObject({ status: 502, code: 'other', wait: 7 })
  expect(told(ko, problem)).toBe(ko.problem.offline)
  expect(mayArrive(problem)).toBe(true)
  expect(mayArrive(new Problem(500, 'internal'))).toBe(false)
})
