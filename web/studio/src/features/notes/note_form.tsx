/** A note being written. */

import '@mantine/core/styles/Group.css'

import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

import { Problem, told } from '../../api/problem'
import { BothTexts } from '../../draft/conflict'
import { useDraft } from '../../draft/draft'
import { CloseIcon } from '../../frame/icons'
import { useNames } from '../../words/named'
import { useOwnWords, useWords } from '../../words/words'
import { get, parse } from '../../yaml/document'
import { own as valueOf } from '../../yaml/names'
import { KINDS, type NoteText, type Place, type Quoted, type ShownNote, textOf, useKeepNote } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  /** The note to change; without it a new one begins with `start`. */
  over?: ShownNote
  start?: Partial<NoteText>
  quoted?: readonly Quoted[]
  done: () => void
}

export const EMPTY: NoteText = { kind: 'observation', title: '', text: '', places: [], conversations: [], quotes: [] }

export function NoteForm({ over, start, quoted = [], done }: Given) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const [note, setNote] = useState<NoteText>(() => (over ? textOf(over) : { ...EMPTY, ...start }))
  const names = useNames()
  const [tried, setTried] = useState(false)
  const [comparing, setComparing] = useState(false)
  const keep = useKeepNote()
  const shown = over?.quoted ?? quoted
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!note.title.trim()) return
    const asked = { text: { ...note, title: note.title.trim() }, ...(over && { over: over.note }) }
    keep.mutate(asked, { onSuccess: done, onError: (problem) => setComparing(conflictOf(problem) !== null) })
  }
  const conflict = conflictOf(keep.error)
  const settle = () => {
    const text = { ...note, title: note.title.trim() }
    keep.mutate({ text, ...(conflict?.theirs && { over: conflict.theirs.note }) }, { onSuccess: done })
  }
  return (
    <form className="note-form" aria-label={over ? own.change : own.newNote} onSubmit={submit} noValidate>
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
        <blockquote key={n}>{each.text}</blockquote>
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
          keepTheirs={done}
          pending={keep.isPending}
          prose
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={done}>
          {own.cancel}
        </Button>
        <Button type="submit" loading={keep.isPending}>
          {own.keep}
        </Button>
      </Group>
    </form>
  )
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
