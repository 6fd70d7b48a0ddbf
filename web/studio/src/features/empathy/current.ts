/** The policy behind a cell at this moment, and how its cards are laid anew. */

import type { Edits } from '../../edits/edits'
import { EMPATHY, freeId, type MadeOwn, madeOwn, ownPolicy, withHand } from './empathy_file'
import { type Cell, type Row, rowOf, type Table } from './feelings'
import type { Hand } from './moves'

/** The policy of a cell, or the one with this id; one just written is known from the file before the server has seen it. */
export function currentRow(table: Table, cell: Cell | undefined, id: string | null, text: string): Row | undefined {
  const row = rowOf(table, cell ? cell.policy : id)
  const mine = cell ? ownId(cell) : id
  const written = mine && !rowOf(table, mine)?.own ? ownPolicy(text, mine) : undefined
  const base = row ?? (cell && { policy: cell.made_own.policy, own: true, replaces: false, special: false, lacks: [], made_own: null })
  return written && base ? { ...base, own: true, policy: { ...base.policy, ...written } as Row['policy'], lacks: [] } : row
}

/** The id a cell's own policy gets. */
function ownId(cell: Cell): string {
  return `our_${cell.emotion}_${cell.column}`
}

/** What is written so that a cell becomes the team's own. */
export function forCell(cell: Cell, text: string, title: string): MadeOwn {
  const { policy, before } = cell.made_own
  return { before, policy: { ...policy, id: freeId(text, ownId(cell)), title, answers_to: [cell.emotion] } }
}

/** Lays the cards anew; a policy that comes with the product becomes the team's own by it, which is told. */
export function changeHand(edits: Edits, row: Row, cell: Cell | undefined, title: string, hand: Hand): boolean {
  const text = edits.texts[EMPATHY] ?? ''
  if (row.own) {
    edits.write(EMPATHY, (before) => withHand(before, row.policy.id, hand))
    return false
  }
  const made = cell ? forCell(cell, text, title) : row.made_own
  if (made) edits.write(EMPATHY, (before) => withHand(madeOwn(before, made), made.policy.id, hand))
  return made !== null
}
