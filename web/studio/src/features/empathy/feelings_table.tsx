/** The table: ten emotions, three strengths, and in every cell the moves that meet it. */

import type { KeyboardEvent } from 'react'

import { WarnIcon } from '../../edits/icons'
import { COLUMNS, columnOf } from '../../previews/cells'
import type { Seen } from '../../previews/previews'
import { EMOTIONS, groupOf } from '../../words/feelings'
import { useOwnWords, useWords } from '../../words/words'
import { type Cell, cellKey, type Chosen, rowOf, type Table } from './feelings'
import { CONTENT } from './moves'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  table: Table
  chosen: Chosen
  choose: (chosen: Chosen) => void
  seen: readonly Seen[]
}

export function FeelingsTable({ table, chosen, choose, seen }: Given) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const landed = (cell: Cell) =>
    seen.filter(({ preview: { reading } }) => reading.emotion.dominant === cell.emotion && columnOf(reading.emotion.strength) === cell.column).length
  return (
    <table className="feelings" onKeyDown={byArrow}>
      <caption className="unseen">{own.tableCaption}</caption>
      <thead>
        <tr>
          <td />
          {COLUMNS.map((each) => (
            <th key={each} scope="col">
              {own.columns[each]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {EMOTIONS.map((emotion) => (
          <tr key={emotion} className={groupOf(emotion)}>
            <th scope="row">
              <span className={`feeling ${groupOf(emotion)}`}>{words.emotion[emotion]}</span>
            </th>
            {COLUMNS.map((column) => {
              const cell = table.cells.find((each) => each.emotion === emotion && each.column === column)
              return (
                <td key={column}>
                  {cell && (
                    <CellButton
                      cell={cell}
                      table={table}
                      sentences={landed(cell)}
                      here={'emotion' in chosen && chosen.emotion === emotion && chosen.column === column}
                      choose={() => choose({ emotion, column })}
                    />
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface OneCell {
  cell: Cell
  table: Table
  sentences: number
  here: boolean
  choose: () => void
}

function CellButton({ cell, table, sentences, here, choose }: OneCell) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const row = rowOf(table, cell.policy)
  const warnings = cell.lacks.filter((each) => each.severity === 'warning').length
  return (
    <button
      className={`cell${row?.own ? ' ours' : ''}`}
      data-cell={cellKey(cell.emotion, cell.column)}
      aria-pressed={here}
      onClick={choose}
    >
      <span className="unseen">
        {words.emotion[cell.emotion]} {own.columns[cell.column]}:{' '}
      </span>
      <span className="cell-moves">
        {(row?.policy.moves ?? []).map((move, n) => (
          <span key={n} className={move === CONTENT ? 'move content-move' : 'move'}>
            {move === CONTENT ? own.content : words.move[move]}
          </span>
        ))}
      </span>
      <span className="cell-foot">
        <span>{row?.own ? own.ours : own.shipped}</span>
        {sentences > 0 && <span>{own.sentencesHere(sentences)}</span>}
        {warnings > 0 && (
          <span className="cell-warning">
            <WarnIcon size={14} />
            {own.warnings(warnings)}
          </span>
        )}
      </span>
    </button>
  )
}

const STEPS: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** From cell to cell with the arrows. */
function byArrow(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key]
  const from = (event.target as Element).closest('td')
  const line = from?.closest('tr')
  if (!step || !from || !line) return
  const lines = [...event.currentTarget.tBodies[0]!.rows]
  const next = lines[lines.indexOf(line) + step[0]]?.cells[from.cellIndex + step[1]]?.querySelector('button')
  if (next) {
    event.preventDefault()
    next.focus()
  }
}
