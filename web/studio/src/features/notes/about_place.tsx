/** Notes beside a scenario or one of its steps: what was heard and seen about it, and the way to write another. */

import './notes.css'

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { useOwnWords } from '../../words/words'
import type { Place, ShownNote } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  notes: readonly ShownNote[]
  /** Where a new note belongs. */
  place: Required<Place>
  /** Before the page is left for a new note. */
  before?: () => void
}

export function PlaceNotes({ notes, place, before }: Given) {
  const own = useOwnWords({ ko, en })
  const { playbook, scenario, step } = place
  return (
    <section className="place-notes" aria-labelledby="place-notes">
      <h3 id="place-notes">{own.notes}</h3>
      {notes.length === 0 ? (
        <p className="soft">{step ? own.noneAboutStep : own.noneAboutScenario}</p>
      ) : (
        <ul>
          {notes.map(({ note, quoted }) => (
            <li key={note.id}>
              <Link to="/notes" search={{ note: note.id }}>
                {note.title}
              </Link>
              <span className={`kind ${note.kind}`}>{own.kind[note.kind]}</span>
              <p className="soft line">{note.text || quoted[0]?.text}</p>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="compact-sm"
        variant="default"
        onClick={before}
        renderRoot={(given) => <Link {...given} to="/notes" search={{ playbook, scenario, ...(step && { step }) }} />}
      >
        {step ? own.writeAboutStep : own.writeAboutScenario}
      </Button>
    </section>
  )
}
