/** What went wrong with a call, as the server tells it. */

import type { Words } from '../words/ko'

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** How long to wait before trying again, in seconds. */
    readonly wait: number = 0,
    /** What the answer brings that helps to solve it. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(code)
  }

  /** Nobody was there who could answer: what stands before the server says so, not the server. It may be back soon. */
  get away(): boolean {
    return this.status >= 500 && this.code === 'other'
  }
}

/** Whether the same call may go well a little later: nothing arrived, or the database was away. */
export function mayArrive(problem: unknown): boolean {
  return !(problem instanceof Problem) || problem.away || problem.status === 503
}

export async function problemOf(answer: Response): Promise<Problem> {
  let code = 'other'
  let more = {}
  try {
    const body: unknown = await answer.clone().json()
    if (typeof body === 'object' && body && 'code' in body && typeof body.code === 'string') {
      code = body.code
      more = body
    }
  } catch {
    // An answer that is not ours, as from a proxy: its status still tells something.
  }
  return new Problem(answer.status, code, Number(answer.headers.get('retry-after')) || 0, more)
}

/** What happened and what to do, in the language of the studio. */
export function told(words: Words, problem: unknown): string {
  if (!(problem instanceof Problem) || problem.away) return words.problem.offline
  if (problem.status === 401) return words.problem.not_signed_in
  if (problem.status === 403) return words.problem.not_allowed
  if (problem.status === 404) return words.problem.not_found
  if (problem.status === 503) return words.problem.unavailable
  return words.problem.other
}
