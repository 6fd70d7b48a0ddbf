/** What is to be said, whichever the language. */

import type { Words } from './ko'

export type { Words }

/** What to say about a problem, by the server's code. */
export function told(words: Words, code: string | null): string {
  const known = words.problem as Record<string, string>
  return known[code ?? ''] ?? words.problem.other
}
