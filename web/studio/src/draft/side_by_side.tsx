/** Two texts beside each other, what differs marked; what is the same far from it is left out. */

import { useMemo } from 'react'

import './draft.css'
import { type Row, sideBySide, withoutTheSame } from './lines'

interface Shown {
  before: string
  after: string
  names: readonly [string, string]
  /** Neither came before the other. */
  equal?: boolean
}

export function SideBySide({ before, after, names, equal = false }: Shown) {
  const rows = useMemo(() => withoutTheSame(sideBySide(before, after)), [before, after])
  return (
    <div className={`beside${equal ? ' equal' : ''}`} role="region" aria-label={names.join(' · ')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map((row, n) => (row ? <Line key={n} row={row} /> : <Gap key={n} />))}</tbody>
      </table>
    </div>
  )
}

function Line({ row }: { row: Row }) {
  return (
    <tr>
      <td className={row.same ? undefined : row.before === null ? 'void' : 'gone'}>
        {row.same || row.before === null ? row.before : <del>{row.before}</del>}
      </td>
      <td className={row.same ? undefined : row.after === null ? 'void' : 'come'}>
        {row.same || row.after === null ? row.after : <ins>{row.after}</ins>}
      </td>
    </tr>
  )
}

function Gap() {
  return (
    <tr className="gap">
      <td colSpan={2}>⋯</td>
    </tr>
  )
}
