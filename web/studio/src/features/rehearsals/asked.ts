/** Which conversations of a rehearsal an address asks for. */

export interface Asked {
  verdict?: string
  customer?: string
  step?: string
}

export function asked(search: Record<string, unknown>): Asked {
  const { verdict, customer, step } = search
  return Object.fromEntries(Object.entries({ verdict, customer, step }).filter(([, each]) => typeof each === 'string' && each !== ''))
}
