/** Research notes: what was heard in interviews, seen in conversations, and thought of. */

import './notes.css'
import '@mantine/core/styles/Checkbox.css'

import { Button, Checkbox, NativeSelect, Skeleton, TextInput, Title } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'

import { Problem, told } from '../../api/problem'
import { SearchIcon } from '../../frame/icons'
import { Failed, State } from '../../frame/states'
import { useOwnWords, useTitle, useWords } from '../../words/words'
import { placeOf } from './asked'
import { KINDS, type ShownNote, textOf, useKeepNote, useNotes, useRemoveNote } from './asking'
import { NoteCard } from './card'
import { GiveOut, GivenOut } from './handouts'
import { isOpen, NoteForm, useLeftNote } from './note_form'
import { en } from './words.en'
import { ko } from './words.ko'

const route = getRouteApi('/notes')

export function NotesPage() {
  const own = useOwnWords({ ko, en })
  useTitle(own.notes)
  const asked = route.useSearch()
  const place = placeOf(asked)
  const navigate = useNavigate()
  const { data: notes, error, refetch } = useNotes()
  const [sought, setSought] = useState('')
  const [kind, setKind] = useState('')
  const start = place ? { places: [place] } : {}
  const left = useLeftNote(undefined, start)
  const [writing, setWriting] = useState(place !== null || isOpen(left))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [giving, setGiving] = useState(false)
  const [removed, setRemoved] = useState<readonly ShownNote[]>([])
  // Who came from a step to write goes back to it.
  const written = () => {
    setWriting(false)
    if (place === null) return
    const { playbook, scenario, step } = place
    void navigate({ to: '/playbooks/$playbook/scenarios/$scenario', params: { playbook, scenario }, search: step ? { step } : {} })
  }
  const found = useMemo(() => (notes ?? []).filter((each) => (!kind || each.note.kind === kind) && holds(each, sought)), [notes, kind, sought])
  const picked = (notes ?? []).filter((each) => chosen.includes(each.note.id))
  if (error && !notes) return <Failed problem={error} again={() => void refetch()} />
  return (
    <div className="notes">
      <header className="notes-head">
        <Title order={1} size="h2">
          {own.notes}
        </Title>
        <div className="acts">
          <Button variant="default" disabled={!picked.length} onClick={() => setGiving(true)}>
            {picked.length ? own.giveOutSome(picked.length) : own.giveOut}
          </Button>
          <Button onClick={() => setWriting(true)}>{left ? own.goOn : own.newNote}</Button>
        </div>
      </header>
      {writing && (
        <div className="card">
          <NoteForm start={start} done={written} />
        </div>
      )}
      {giving && <GiveOut notes={picked} close={() => (setGiving(false), setChosen([]))} />}
      <GivenOut />
      {!notes ? (
        <Skeleton height={240} radius="lg" />
      ) : notes.length === 0 && !writing ? (
        <State title={own.empty} body={own.emptyBody}>
          <Button onClick={() => setWriting(true)}>{own.newNote}</Button>
        </State>
      ) : (
        <>
          <div className="note-filters">
            <TextInput
              type="search"
              aria-label={own.search}
              placeholder={own.search}
              leftSection={<SearchIcon size={17} />}
              value={sought}
              onChange={(event) => setSought(event.currentTarget.value)}
            />
            <NativeSelect
              aria-label={own.kindLabel}
              value={kind}
              onChange={(event) => setKind(event.currentTarget.value)}
              data={[{ value: '', label: own.anyKind }, ...KINDS.map((each) => ({ value: each, label: own.kind[each] }))]}
            />
          </div>
          <ul className="note-list">
            {found.map((each) => (
              <One
                key={each.note.id}
                shown={each}
                sought={each.note.id === asked.note}
                chosen={chosen.includes(each.note.id)}
                removed={() => setRemoved((before) => [...before, each])}
                choose={(is) => setChosen(is ? [...chosen, each.note.id] : chosen.filter((id) => id !== each.note.id))}
              />
            ))}
          </ul>
          {notes.length > 0 && found.length === 0 && <p className="soft">{own.notFound}</p>}
        </>
      )}
      <Removed note={removed.at(-1)} forget={() => setRemoved(removed.slice(0, -1))} />
    </div>
  )
}

function holds({ note, quoted }: ShownNote, sought: string): boolean {
  const text = [note.title, note.text, note.by, ...quoted.map((each) => each.text)].join('\n').toLowerCase()
  return sought.toLowerCase().split(/\s+/).every((word) => text.includes(word))
}

interface OneGiven {
  shown: ShownNote
  /** Whether a link led to this one. */
  sought: boolean
  chosen: boolean
  choose: (is: boolean) => void
  removed: () => void
}

function One({ shown, sought, chosen, choose, removed }: OneGiven) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const [changing, setChanging] = useState(isOpen(useLeftNote(shown)))
  const remove = useRemoveNote()
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (sought) card.current?.scrollIntoView({ block: 'center' })
  }, [sought])
  if (changing)
    return (
      <li className="card">
        <NoteForm over={shown} done={() => setChanging(false)} />
      </li>
    )
  return (
    <li ref={card} className={`card${sought ? ' shown' : ''}`} aria-current={sought || undefined}>
      <NoteCard shown={shown}>
        <div className="acts">
          <Checkbox size="xs" label={own.choose} checked={chosen} onChange={(event) => choose(event.currentTarget.checked)} />
          <Button size="compact-sm" variant="default" onClick={() => setChanging(true)}>
            {own.change}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-busy={remove.isPending}
            onClick={() => {
              if (remove.isPending) return
              choose(false)
              // By then the card is gone, so nothing that hangs on it would hear of it.
              void remove.mutateAsync(shown.note).then(removed, () => undefined)
            }}
          >
            {own.remove}
          </Button>
        </div>
        {remove.error && (
          <p role="alert" className="complaint">
            {remove.error instanceof Problem && remove.error.status === 412 ? own.lookMoved : told(words, remove.error)}
          </p>
        )}
      </NoteCard>
    </li>
  )
}

/** The note that was deleted last, which can be brought back, and then the one before it. */
function Removed({ note, forget }: { note: ShownNote | undefined; forget: () => void }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const keep = useKeepNote()
  return (
    <div role="status" className="note-told">
      {note && (
        <p>
          {keep.error ? told(words, keep.error) : own.removed(note.note.title)}{' '}
          <button className="quiet" aria-busy={keep.isPending} onClick={() => keep.isPending || keep.mutate({ text: textOf(note) }, { onSuccess: forget })}>
            {own.undo}
          </button>
        </p>
      )}
    </div>
  )
}
