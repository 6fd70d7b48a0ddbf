/** What the address says of the page of intents: which one is open, and what is looked at. */

export const LOOKS = ['examples', 'overlaps', 'missing'] as const
export type Look = (typeof LOOKS)[number]

export interface Asked {
  look?: Look
  intent?: string
}

/** The address as far as it makes sense. */
export function asked(search: Record<string, unknown>): Asked {
  const found: Asked = {}
  if (LOOKS.includes(search.look as Look)) found.look = search.look as Look
  if (typeof search.intent === 'string' && search.intent.length <= 64 && search.intent) found.intent = search.intent
  return found
}
