/** How strong a feeling is, as people say it: the one table of bands, as the server's table of feelings has them. */

import type { components } from '../../../shared/api.generated'

export type Band = components['schemas']['Cell']['column']

const BEGINS: Record<Band, number> = { slight: 0, clear: 0.4, strong: 0.6 }
export const BANDS = Object.keys(BEGINS) as Band[]

/** The strength that stands for a band when one is supposed: what the server looks at first. */
export const USUAL: Record<Band, number> = { slight: 0.2, clear: 0.5, strong: 0.8 }

/** The band a strength from 0 to 1 falls into. */
export function bandOf(strength: number): Band {
  return BANDS.findLast((each) => strength >= BEGINS[each]) ?? 'slight'
}
