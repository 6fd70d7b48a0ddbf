/** A note being written. */

import '@mantine/core/styles/Group.css'

import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

import { Problem, told } from '../../api/problem'
import { BothTexts } from '../../draft/conflict'
import { useDraft } from '../../draft/draft'
import { useKept, useLeft } from '../../draft/kept'
import { CloseIcon } from '../../frame/icons'
import { useNames } from '../../words/named'
import { useOwnWords, useWords } from '../../words/words'
import { get, parse } from '../../yaml/document'
import { own as valueOf } from '../../yaml/names'
import { KINDS, type NoteText, type Place, type Quote, type Quoted, type ShownNote, textOf, useKeepNote } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  /** The note to change; without it a new one begins with `start`. */
  over?: ShownNote
  start?: Partial<NoteText>
  /** What a quote of a new note says. */
  read?: (quote: Quote) => readonly Quoted[]
  /** It is saved. */
  done: () => void
  /** It is put away; what was written is kept. */
  close?: () => void
}

export const EMPTY: NoteText = { kind: 'observation', title: '', text: '', places: [], conversations: [], quotes: [] }

/** What is kept of a note being written. */
interface Written {
  note: NoteText
  /** The revision it was begun over, 0 for a new one. */
  revision: number
  /** Whether its writer has put it away. */
  away: boolean
}

/** Under which name a form is kept: that of the note, or of the place a new one is about. */
export function placeOfForm(over?: ShownNote, start: Partial<NoteText> = {}): string {
  const about = [...(start.conversations ?? []), ...(start.places ?? []).map((each) => `${each.playbook}/${each.scenario}/${each.step}`)]
  return `note:${over?.note.id ?? ['', ...about].join('+')}`
}

/** Whether a note was being written there, and was not put away. */
export function isOpen(left: Written | null): boolean {
  return left !== null && !left.away
}

/** The note that was left there. */
export function useLeftNote(over?: ShownNote, start?: Partial<NoteText>): Written | null {
  return useLeft<Written>(placeOfForm(over, start))
}

export function NoteForm({ over, start, read, done, close = done }: Given) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const first = { note: over ? textOf(over) : { ...EMPTY, ...start, quotes: [] }, revision: over?.note.revision ?? 0, away: false }
  const kept = useKept<Written>(placeOfForm(over, start), first, (written) => withQuotes(written, start?.quotes ?? []))
  const { note, revision } = kept.written
  const setNote = (news: NoteText) => kept.write({ note: news, revision, away: false })
  const names = useNames()
  const [found, setFound] = useState(kept.found)
  const [tried, setTried] = useState(false)
  const [comparing, setComparing] = useState(false)
  const keep = useKeepNote()
  const shown = (note.quotes ?? []).flatMap((each) => over?.quoted.filter((one) => same(one.quote, each)) ?? read?.(each) ?? [])
  const saved = () => (kept.forget(), done())
  const putAway = () => {
    if (over || note.title.trim() || note.text?.trim()) kept.write({ note, revision, away: !same(note, first.note) })
    else kept.forget()
    close()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!note.title.trim()) return
    const asked = { text: { ...note, title: note.title.trim() }, ...(over && { over: { ...over.note, revision } }) }
    keep.mutate(asked, { onSuccess: saved, onError: (problem) => setComparing(conflictOf(problem) !== null) })
  }
  const conflict = conflictOf(keep.error)
  const settle = () => {
    const text = { ...note, title: note.title.trim() }
    keep.mutate({ text, ...(conflict?.theirs && { over: conflict.theirs.note }) }, { onSuccess: saved })
  }
  return (
    <form className="note-form" aria-label={over ? own.change : own.newNote} onSubmit={submit} noValidate>
      {found && (
        <p role="status" className="note-told">
          {over ? own.leftOver : own.left}{' '}
          <button type="button" className="quiet" onClick={() => (kept.forget(), setFound(false))}>
            {over ? own.asSaved : own.anew}
          </button>
        </p>
      )}
      <TextInput
        label={own.title}
        placeholder={own.titleHint}
        value={note.title}
        maxLength={120}
        autoFocus
        data-autofocus
        error={tried && !note.title.trim() ? own.titleMissing : undefined}
        onChange={(event) => setNote({ ...note, title: event.currentTarget.value })}
      />
      <NativeSelect
        label={own.kindLabel}
        value={note.kind}
        onChange={(event) => setNote({ ...note, kind: event.currentTarget.value as NoteText['kind'] })}
        data={KINDS.map((each) => ({ value: each, label: own.kind[each] }))}
      />
      {shown.map((each, n) => (
        <blockquote key={n}>
          {each.text}{' '}
          <button
            type="button"
            className="quiet bare"
            aria-label={own.withoutQuote}
            onClick={() => setNote({ ...note, quotes: note.quotes?.filter((one) => !same(one, each.quote)) })}
          >
            <CloseIcon size={15} />
          </button>
        </blockquote>
      ))}
      <Textarea
        label={own.text}
        description={own.textHint}
        minRows={4}
        rows={5}
        value={note.text}
        maxLength={8_000}
        onChange={(event) => setNote({ ...note, text: event.currentTarget.value })}
      />
      <Places places={note.places ?? []} change={(places) => setNote({ ...note, places })} />
      {keep.error && (
        <p role="alert" className="complaint">
          {conflict ? own.moved : told(words, keep.error)}{' '}
          {conflict && !comparing && (
            <button type="button" className="quiet" onClick={() => setComparing(true)}>
              {own.compare}
            </button>
          )}
        </p>
      )}
      {conflict && (
        <BothTexts
          opened={comparing}
          close={() => setComparing(false)}
          title={own.movedTitle}
          lead={own.movedLead}
          mine={written(note, own, names)}
          theirs={conflict.theirs && written(textOf(conflict.theirs), own, names)}
          keepMine={settle}
          keepTheirs={saved}
          pending={keep.isPending}
          prose
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={putAway}>
          {own.cancel}
        </Button>
        <Button type="submit" loading={keep.isPending}>
          {own.keep}
        </Button>
      </Group>
    </form>
  )
}

function same(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What was written, with what is quoted now. */
function withQuotes(written: Written, quotes: readonly Quote[]): Written {
  const had = written.note.quotes ?? []
  const fresh = quotes.filter((each) => !had.some((one) => same(one, each)))
  return fresh.length ? { ...written, note: { ...written.note, quotes: [...had, ...fresh] } } : written
}

/** What stands there now when somebody else changed the note meanwhile; null when nobody has. */
function conflictOf(problem: unknown): { theirs: ShownNote | null } | null {
  if (!(problem instanceof Problem)) return null
  if (problem.code === 'not_kept') return { theirs: null }
  return problem.status === 412 ? { theirs: (problem.more.theirs as ShownNote | null | undefined) ?? null } : null
}

/** A note as lines, to be compared. */
function written(note: NoteText, own: typeof ko, names: ReturnType<typeof useNames>): string {
  const places = (note.places ?? []).map((each) => names.scenario(each.playbook, each.scenario) + (each.step ? ` · ${each.step}` : ''))
  return [note.title, own.kind[note.kind ?? 'observation'], ...places, '', note.text ?? ''].join('\n')
}

function Places({ places, change }: { places: readonly Place[]; change: (places: Place[]) => void }) {
  const own = useOwnWords({ ko, en })
  const names = useNames()
  const data = names.playbooks.map((playbook) => ({
    group: playbook.title,
    items: playbook.scenarios.map((each) => ({ value: `${playbook.name}/${each.id}`, label: each.title })),
  }))
  return (
    <div className="places">
      {places.map((each, n) => (
        <div key={`${each.playbook} ${each.scenario}`} className="place">
          <span>{names.scenario(each.playbook, each.scenario)}</span>
          <Step place={each} choose={(step) => change(places.map((one, at) => (at === n ? { ...one, step } : one)))} />
          <button
            type="button"
            className="quiet bare"
            aria-label={own.without(names.scenario(each.playbook, each.scenario))}
            onClick={() => change(places.filter((_, at) => at !== n))}
          >
            <CloseIcon size={17} />
          </button>
        </div>
      ))}
      <NativeSelect
        label={own.about}
        value=""
        onChange={(event) => {
          const [playbook = '', scenario = ''] = event.currentTarget.value.split('/')
          if (scenario && !places.some((each) => each.playbook === playbook && each.scenario === scenario))
            change([...places, { playbook, scenario, step: '' }])
        }}
        data={[{ value: '', label: own.addScenario }, ...data]}
      />
    </div>
  )
}

function Step({ place, choose }: { place: Place; choose: (step: string) => void }) {
  const own = useOwnWords({ ko, en })
  const { texts } = useDraft(place.playbook)
  const steps = stepsOf(texts[`scenarios/${place.scenario}.yaml`] ?? '')
  const known = place.step && !steps.includes(place.step) ? [place.step, ...steps] : steps
  return (
    <NativeSelect
      size="xs"
      aria-label={own.step}
      value={place.step ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[{ value: '', label: own.wholeScenario }, ...known.map((each) => ({ value: each, label: each }))]}
    />
  )
}

/** The ids of a scenario's steps. */
export function stepsOf(text: string): string[] {
  const steps = valueOf(get(parse(text)), 'steps')
  return Array.isArray(steps) ? steps.map((each) => valueOf(each, 'id')).filter((id) => typeof id === 'string') : []
}
