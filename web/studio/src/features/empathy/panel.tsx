/** What is chosen in the table: whose policy it is, what it lacks, its moves as cards, its words. */

import './panel.css'

import { Button, Title } from '@mantine/core'
import { useState } from 'react'

import type { Edits } from '../../edits/edits'
import { NoteIcon, WarnIcon } from '../../edits/icons'
import { Findings } from '../../fixes/findings'
import { useNames } from '../../words/named'
import { useOwnWords, useWords } from '../../words/words'
import { Cards } from './cards'
import { conditionWords } from './condition_words'
import { changeHand, currentRow, forCell } from './current'
import { EMPATHY, givenBack, type MadeOwn, madeOwn, place } from './empathy_file'
import { type Cell, cellKey, cellsOf, type Chosen, type Row, rowOf, type Table } from './feelings'
import { type Hand, handOf } from './moves'
import { Settings } from './settings'
import { Wordings } from './wordings'
import { en } from './words.en'
import { ko } from './words.ko'

export interface Desk {
  playbook: string
  table: Table
  edits: Edits
}

interface Given extends Desk {
  chosen: Chosen
  choose: (chosen: Chosen) => void
  /** The file cannot be read as it stands: nothing can be changed here. */
  locked: boolean
}

export function Panel({ playbook, table, chosen, choose, edits, locked }: Given) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const [said, say] = useState('')
  const cell = 'emotion' in chosen ? table.cells.find((each) => each.emotion === chosen.emotion && each.column === chosen.column) : undefined
  const text = edits.texts[EMPATHY] ?? ''
  const row = currentRow(table, cell, 'special' in chosen ? chosen.special : null, text)
  const title = cell ? own.cellTitle(words.emotion[cell.emotion], own.columns[cell.column]) : row?.policy.title || row?.policy.id || own.nothing
  if (!row) {
    return (
      <section className="panel" id="empathy-panel" aria-label={title}>
        <p className="soft">{cell ? own.noPolicy : own.nothing}</p>
        {cell && (
          <Button size="compact-md" disabled={locked} onClick={() => edits.write(EMPATHY, (before) => madeOwn(before, forCell(cell, text, title)))}>
            {own.makePolicy}
          </Button>
        )}
      </section>
    )
  }
  const { policy } = row
  const hand = handOf(policy)
  const changed = (news: Hand) => changeHand(edits, row, cell, title, news) && say(own.nowOurs)
  const lacks = cell?.lacks ?? row.lacks
  return (
    <section className="panel" id="empathy-panel" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <a className="to-table soft" href="#feelings" onClick={(event) => (event.preventDefault(), backToTable(chosen))}>
        {own.toTable}
      </a>
      <Whose playbook={playbook} table={table} row={row} cell={cell} title={title} edits={edits} say={say} choose={choose} />
      {lacks.map((each) => (
        <p key={each.lack} className={`finding ${each.severity === 'note' ? 'note' : ''}`}>
          {each.severity === 'note' ? <NoteIcon size={16} /> : <WarnIcon size={16} />}
          {each.lack === 'without_words' ? own.withoutWords(each.moves.map((move) => words.move[move]).join(', ')) : own.lack[each.lack]}
        </p>
      ))}
      {cell && cell.others.length > 0 && (
        <p className="finding note">
          <NoteIcon size={16} />
          {own.others(cell.others.map((each) => rowOf(table, each)?.policy.title || each).join(', '))}
        </p>
      )}
      <fieldset disabled={locked} className="bare">
        <Cards key={title} hand={hand} change={changed} />
        <Wordings playbook={playbook} table={table} edits={edits} row={row} cell={cell} />
        {row.own && <Settings policy={policy} edits={edits} />}
        {row.own && <Findings playbook={playbook} edits={edits} at={['empathy', ...(place(text, 'policies', policy.id) ?? ['policies', -1])]} />}
      </fieldset>
      <p className="soft" role="status">
        {said}
      </p>
    </section>
  )
}

function backToTable(chosen: Chosen): void {
  const place = 'special' in chosen ? `[data-policy="${chosen.special}"]` : `[data-cell="${cellKey(chosen.emotion, chosen.column)}"]`
  document.querySelector<HTMLElement>(place)?.focus()
}

interface OfWhom {
  playbook: string
  table: Table
  row: Row
  cell: Cell | undefined
  title: string
  edits: Edits
  say: (said: string) => void
  choose: (chosen: Chosen) => void
}

/** Whether it is ours or comes with the product, with the way there and back. */
function Whose({ playbook, table, row, cell, title, edits, say, choose }: OfWhom) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const names = useNames()
  const text = edits.texts[EMPATHY] ?? ''
  const { policy } = row
  const cells = cellsOf(table, policy.id)
  const name = policy.title || policy.id
  const write = (made: MadeOwn) => {
    edits.write(EMPATHY, (before) => madeOwn(before, made))
    say(own.nowOurs)
  }
  const giveBack = () => {
    edits.write(EMPATHY, (before) => givenBack(before, 'policies', policy.id))
    say(own.givenBack)
    if (!cell && !row.replaces) choose({ emotion: 'anger', column: 'strong' })
  }
  const when = conditionWords(policy.when, {
    words,
    own,
    scenario: (id) => names.scenario(playbook, id),
    intent: (id) => names.intent(playbook, id),
  })
  return (
    <div className="whose">
      <p>
        <span className={`badge${row.own ? ' ours' : ''}`}>{row.own ? own.ours : own.shipped}</span> {row.own ? own.followsOurs(name) : own.followsShipped(name)}
        {cells.length > 1 && <> {own.usedIn(cells.length)}</>}
      </p>
      {when.length > 0 && !cell && <p className="hint">{when.join(' · ')}</p>}
      <div className="whose-tools">
        {!row.own && cell && (
          <Button size="compact-sm" onClick={() => write(forCell(cell, text, title))}>
            {own.makeCellOurs}
          </Button>
        )}
        {!row.own && row.made_own && (!cell || cells.length > 1) && (
          <Button size="compact-sm" variant={cell ? 'default' : 'filled'} onClick={() => row.made_own && write(row.made_own)}>
            {cell ? own.makeAllOurs(cells.length) : own.makeOurs}
          </Button>
        )}
        {row.own && cell && cells.length > 1 && (
          <Button size="compact-sm" variant="default" onClick={() => write(forCell(cell, text, title))}>
            {own.setApart}
          </Button>
        )}
        {row.own && (
          <Button size="compact-sm" variant="default" onClick={giveBack}>
            {cell || row.replaces ? own.giveBack : own.remove}
          </Button>
        )}
      </div>
    </div>
  )
}
