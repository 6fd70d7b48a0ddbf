/** The table: ten emotions, three strengths, and in every cell the moves that meet it. */

import type { KeyboardEvent } from 'react'

import type { Edits } from '../../edits/edits'
import { WarnIcon } from '../../edits/icons'
import type { Seen } from '../../previews/previews'
import { EMOTIONS, groupOf } from '../../words/feelings'
import { BANDS, bandOf } from '../../words/strength'
import { useOwnWords, useWords } from '../../words/words'
import { type Dragged, useCellDrag } from './cell_drag'
import { changeHand, currentRow } from './current'
import { EMPATHY } from './empathy_file'
import { type Cell, cellKey, type Chosen, type Row, type Table } from './feelings'
import { CONTENT, handOf, put } from './moves'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  table: Table
  chosen: Chosen
  choose: (chosen: Chosen) => void
  seen: readonly Seen[]
  edits: Edits
  locked: boolean
}

export function FeelingsTable({ table, chosen, choose, seen, edits, locked }: Given) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const text = edits.texts[EMPATHY] ?? ''
  const { dragged, begin } = useCellDrag(({ move, cell: key, index }) => {
    const cell = table.cells.find((each) => cellKey(each.emotion, each.column) === key)
    const row = cell && currentRow(table, cell, null, text)
    if (!cell || !row) return
    choose({ emotion: cell.emotion, column: cell.column })
    changeHand(edits, row, cell, own.cellTitle(words.emotion[cell.emotion], own.columns[cell.column]), put(handOf(row.policy), move, 'order', index))
  })
  const landed = (cell: Cell) =>
    seen.filter(({ preview: { reading } }) => reading.emotion.dominant === cell.emotion && bandOf(reading.emotion.strength) === cell.column).length
  // One cell is reached with Tab, the others with the arrows: the cards are one step behind the table.
  const first = table.cells.find((each) => 'emotion' in chosen && each.emotion === chosen.emotion && each.column === chosen.column) ?? table.cells[0]
  return (
    <table className={`feelings${dragged ? ' dragging' : ''}`} onKeyDown={byArrow} onPointerDown={locked ? undefined : begin}>
      <caption className="unseen">{own.tableCaption}</caption>
      <thead>
        <tr>
          <td />
          {BANDS.map((each) => (
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
            {BANDS.map((column) => {
              const cell = table.cells.find((each) => each.emotion === emotion && each.column === column)
              return (
                <td key={column}>
                  {cell && (
                    <CellButton
                      cell={cell}
                      row={currentRow(table, cell, null, text)}
                      dragged={dragged?.cell === cellKey(emotion, column) ? dragged : null}
                      sentences={landed(cell)}
                      here={'emotion' in chosen && chosen.emotion === emotion && chosen.column === column}
                      reached={cell === first}
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
  row: Row | undefined
  dragged: Dragged | null
  sentences: number
  here: boolean
  reached: boolean
  choose: () => void
}

function CellButton({ cell, row, dragged, sentences, here, reached, choose }: OneCell) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const warnings = cell.lacks.filter((each) => each.severity === 'warning').length
  return (
    <button
      className={`cell${row?.own ? ' ours' : ''}`}
      data-cell={cellKey(cell.emotion, cell.column)}
      aria-pressed={here}
      tabIndex={reached ? 0 : -1}
      onClick={choose}
    >
      <span className="unseen">
        {words.emotion[cell.emotion]} {own.columns[cell.column]}:{' '}
      </span>
      <span className="cell-moves">
        {(row && dragged ? put(handOf(row.policy), dragged.move, 'order', dragged.index).order : (row?.policy.moves ?? [])).map((move, n) => (
          <span key={n} data-chip={move} className={`move${move === CONTENT ? ' content-move' : ''}${dragged?.move === move ? ' held' : ''}`}>
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
