/** The words of each move: the team's own to change, the product's to begin from. */

import { Button, CloseButton } from '@mantine/core'
import { useState } from 'react'

import type { Edits } from '../../edits/edits'
import { Typed } from '../../edits/typed'
import { Findings } from '../../fixes/findings'
import { useNames } from '../../words/named'
import { useOwnWords, useWords } from '../../words/words'
import type { Plain } from '../../yaml/document'
import { conditionWords } from './condition_words'
import { EMPATHY, freeId, ownTexts, place, type Texts, withTexts, withWording, written } from './empathy_file'
import type { Cell, Row, Table } from './feelings'
import { FEELING, type Move } from './moves'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  playbook: string
  table: Table
  edits: Edits
  row: Row
  cell: Cell | undefined
}

type OfMove = Table['wordings'][number]
const SHOWN = 3

export function Wordings(given: Given) {
  const own = useOwnWords({ ko, en })
  const moves = given.row.policy.moves.filter((move) => FEELING.includes(move) || move === 'lighten')
  return (
    <div className="wordings">
      <h3>{own.wordsTitle}</h3>
      <p className="hint">{own.wordsLead}</p>
      {moves.map((move) => (
        <WordsOf key={move} move={move} {...given} />
      ))}
      {moves.length === 0 && <p className="hint">{own.noWordsNeeded}</p>}
    </div>
  )
}

function WordsOf({ move, playbook, table, edits, row, cell }: Given & { move: Move }) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const [all, setAll] = useState(false)
  const text = edits.texts[EMPATHY] ?? ''
  const of = table.wordings.filter((each) => each.wording.move === move)
  // In a cell: what fits, in the order it is tried. Elsewhere: the team's own.
  const fitting = cell ? (cell.words[move] ?? []).flatMap((id) => of.filter((each) => each.wording.id === id)) : of
  const ours = fitting.filter((each) => each.own)
  const shipped = fitting.filter((each) => !each.own)
  const elsewhere = cell ? of.filter((each) => each.own && !fitting.includes(each)) : []
  const when = whenOf(row, cell)
  const begin = () => {
    const usual = shipped.find((each) => /\{(happened|matter)\}/.test(each.wording.wording.first[0] ?? '')) ?? shipped[0] ?? of[0]
    const id = freeId(text, `our_${move}_${cell ? cell.emotion : row.policy.id}`)
    edits.write(EMPATHY, (before) => withWording(before, id, move, when, [usual?.wording.wording.first[0] ?? words.move[move]]))
  }
  // One that was just written stands in the file before the server has seen it.
  const known = new Set(of.map((each) => each.wording.id))
  const fresh = freshIds(text, move, cell, row).filter((id) => !known.has(id))
  return (
    <div className="words-of">
      <h4>{words.move[move]}</h4>
      {[...fresh, ...ours.map((each) => each.wording.id)].map((id) => (
        <OwnWords key={id} id={id} edits={edits} about={of.find((each) => each.wording.id === id)} playbook={playbook} />
      ))}
      {shipped.length > 0 && (
        <ul className="shipped-words">
          {(all ? shipped : shipped.slice(0, SHOWN)).map((each) => (
            <li key={each.wording.id}>
              {each.wording.wording.first[0]} <small>{own.shipped}</small>
            </li>
          ))}
        </ul>
      )}
      <div className="whose-tools">
        <Button size="compact-sm" variant="default" onClick={begin}>
          {own.addWords}
        </Button>
        {shipped.length > SHOWN && (
          <Button size="compact-sm" variant="subtle" color="gray" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? own.fewer : own.moreShipped(shipped.length - SHOWN)}
          </Button>
        )}
      </div>
      {elsewhere.length > 0 && (
        <details className="more-words">
          <summary>{own.elsewhere(elsewhere.length)}</summary>
          {elsewhere.map((each) => (
            <OwnWords key={each.wording.id} id={each.wording.id} edits={edits} about={each} playbook={playbook} />
          ))}
        </details>
      )}
    </div>
  )
}

/** When new words of one's own are used: for the feeling of this cell, or where this policy answers one matter. */
function whenOf(row: Row, cell: Cell | undefined): { [key: string]: Plain } {
  if (cell) return { emotion: cell.emotion, sure: true }
  const { scenario, intent, mood, emotion } = written(row.policy.when)
  const found: { [key: string]: Plain } = {}
  for (const [name, value] of Object.entries({ scenario, intent, mood, emotion })) if (value !== undefined) found[name] = value
  return found
}

function freshIds(text: string, move: Move, cell: Cell | undefined, row: Row): string[] {
  const stem = `our_${move}_${cell ? cell.emotion : row.policy.id}`
  return [stem, `${stem}_2`, `${stem}_3`].filter((id) => ownTexts(text, id) !== undefined)
}

function OwnWords({ id, edits, about, playbook }: { id: string; edits: Edits; about: OfMove | undefined; playbook: string }) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const names = useNames()
  const file = edits.texts[EMPATHY] ?? ''
  const texts = ownTexts(file, id)
  if (!texts) return null
  const when = about
    ? conditionWords(about.wording.when, { words, own, scenario: (each) => names.scenario(playbook, each), intent: (each) => names.intent(playbook, each) })
    : []
  return (
    <div className="own-words">
      <p className="hint">
        <span className="badge ours">{own.ours}</span> {when.join(' · ') || own.always}
      </p>
      <TextsOf id={id} time="first" texts={texts} edits={edits} />
      <Findings playbook={playbook} edits={edits} at={['empathy', ...(place(file, 'wordings', id) ?? [])]} />
      <details className="more-words" open={texts.second.length + texts.third.length > 0}>
        <summary>{own.laterTimes}</summary>
        <p className="hint">{own.times.second}</p>
        <TextsOf id={id} time="second" texts={texts} edits={edits} />
        <p className="hint">{own.times.third}</p>
        <TextsOf id={id} time="third" texts={texts} edits={edits} />
      </details>
    </div>
  )
}

/** The alternatives for one time, each a field; the last one taken away takes the words with it. */
function TextsOf({ id, time, texts, edits }: { id: string; time: keyof Texts; texts: Texts; edits: Edits }) {
  const own = useOwnWords({ ko, en })
  const change = (news: readonly string[], thing = '') =>
    edits.write(EMPATHY, (before) => withTexts(before, id, time, news), thing && `${id} ${time} ${thing}`)
  const of = texts[time]
  return (
    <>
      {of.map((text, n) => (
        <div key={`${time}${n}`} className="one-text">
          <Typed
            aria-label={own.alternative(n + 1)}
            lines={2}
            value={text}
            change={(value) => value.trim() && change(of.map((each, at) => (at === n ? value : each)), String(n))}
          />
          <CloseButton aria-label={own.removeText(n + 1)} onClick={() => change(of.filter((_, at) => at !== n))} />
        </div>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={() => change([...of, of.at(-1) ?? texts.first.at(-1) ?? own.alternative(1)])}>
        {own.addAlternative}
      </Button>
    </>
  )
}
