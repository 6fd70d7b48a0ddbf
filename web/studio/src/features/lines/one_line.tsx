/** One line: its first words at a glance; opened, all of them, the team's own above those that come with the product. */

import { Button } from '@mantine/core'
import { useId } from 'react'

import type { Edits } from '../../edits/edits'
import { Typed } from '../../edits/typed'
import { Findings } from '../../fixes/findings'
import { useGlossary } from '../../scene/glossary'
import { firstWords, TIMES } from '../../scene/wordings'
import { useOwnWords } from '../../words/words'
import type { Plain } from '../../yaml/document'
import { WordsEditor } from '../scenarios/panel/words_editor'
import { type Line, LINES, toBegin, withLine } from './lines_file'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  line: Line
  value: Plain | undefined
  playbook: string
  edits: Edits
}

export function OneLine({ line, value, playbook, edits }: Given) {
  const own = useOwnWords({ ko, en })
  const ours = value !== undefined
  const write = (words: Plain | undefined) => edits.write(LINES, (text) => withLine(text, line.name, words), line.name)
  return (
    <details id={line.name} className="one-line">
      <summary>
        <b>{line.title}</b>
        <span className="one-line-words">{firstWords(value) || line.usual.first[0]}</span>
        {ours && <span className="badge ours">{own.ours}</span>}
      </summary>
      <div className="one-line-open">
        {ours && <OwnWords line={line} value={value} edits={edits} write={write} />}
        <Findings playbook={playbook} at={['lines', line.name]} edits={edits} />
        {line.may_use.length > 0 && <p className="hint">{own.mayUse(line.may_use.map((name) => `{${name}}(${own.names[name] ?? name})`).join(', '))}</p>}
        <Usual line={line} />
        <div className="one-line-tools">
          {ours ? (
            <Button size="compact-sm" variant="default" onClick={() => write(undefined)}>
              {own.giveBack}
            </Button>
          ) : (
            <Button size="compact-sm" onClick={() => write(toBegin(line))}>
              {own.begin}
            </Button>
          )}
        </div>
      </div>
    </details>
  )
}

function OwnWords({ line, value, edits, write }: { line: Line; value: Plain; edits: Edits; write: (words: Plain | undefined) => void }) {
  const own = useOwnWords({ ko, en })
  const glossary = useGlossary(edits.texts)
  const id = useId()
  const usual = line.usual.first[0] as string
  if (line.group !== 'buttons') return <WordsEditor label={own.words} value={value} empty={usual} glossary={glossary} change={write} />
  return (
    <div className="one-line-button">
      <label htmlFor={id}>{own.words}</label>
      <Typed id={id} value={firstWords(value)} placeholder={usual} maxLength={40} change={(typed) => typed.trim() !== '' && write(typed)} />
    </div>
  )
}

/** What is said as long as the team writes nothing of its own. */
function Usual({ line }: { line: Line }) {
  const own = useOwnWords({ ko, en })
  const times = TIMES.filter((time) => line.usual[time].length > 0)
  return (
    <div className="one-line-usual">
      <p className="hint">{own.usual}</p>
      {times.map((time) => (
        <ul key={time} aria-label={own.times[time]}>
          {times.length > 1 && <li className="hint">{own.times[time]}</li>}
          {line.usual[time].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ))}
    </div>
  )
}
