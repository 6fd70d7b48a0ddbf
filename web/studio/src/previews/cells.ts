/** The cells of the table of feelings: an emotion and how strong it is. */

import type { components } from '../../../shared/api.generated'

export type Cell = components['schemas']['Cell']
export type Column = Cell['column']

export const COLUMNS: readonly Column[] = ['slight', 'clear', 'strong']
const BEGINS: Record<Column, number> = { slight: 0, clear: 0.4, strong: 0.6 }

/** The column a strength from 0 to 1 falls into. */
export function columnOf(strength: number): Column {
  return COLUMNS.findLast((each) => strength >= BEGINS[each]) ?? 'slight'
}
