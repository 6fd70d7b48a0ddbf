/** One step's form: its words, where it leads, and what the check says of it. */

import { ActionIcon, Button } from '@mantine/core'

import { Choose, TextField } from '../../../edits/field'
import { connect, move, rename, setField } from '../../../scene/edits'
import type { Wanted } from '../../../scene/question'
import type { Port, Step } from '../../../scene/scene'
import { stepLabel, titleOf } from '../../../scene/step_label'
import { useOwnWords } from '../../../words/words'
import { parse, type Path, place, type Plain } from '../../../yaml/document'
import { PlaceNotes } from '../../notes/about_place'
import { aboutStep } from '../../notes/asking'
import type { Desk } from '../desk'
import { DeleteIcon, DownIcon, KindIcon, UpIcon } from '../icons'
import { en } from '../words.en'
import { ko } from '../words.ko'
import { Findings } from './findings'
import { KindFields } from './kind_fields'

/** What a part of the form needs: the step, and how to change it. */
export interface Form {
  desk: Desk
  step: Step
  own: typeof ko
  set: (path: Path, value: Plain | undefined, kind?: string) => void
  lead: (port: Port, to: string) => void
  askAction: (name?: string) => void
  askSlot: (wanted: Wanted) => void
  /** Shows the line of the text where something of the step is written. */
  toText: (path: Path) => void
}

interface Given {
  desk: Desk
  step: Step
  askAction: (name?: string) => void
  askSlot: (wanted: Wanted) => void
  /** Shows a line of the text. */
  showLine: (line: number) => void
  remove: () => void
}

export function StepPanel({ desk, step, askAction, askSlot, showLine, remove }: Given) {
  const own = useOwnWords({ ko, en })
  const set = (path: Path, value: Plain | undefined, kind?: string) =>
    desk.write((text) => setField(text, step.id, path, value), kind ?? `${step.id}.${path.join('.')}`)
  const lead = (port: Port, to: string) => desk.write((text) => connect(text, step.id, port, to === '' ? null : to))
  const toText = (path: Path) => showLine(place(parse(desk.text), ['steps', step.index, ...path]).line)
  const form: Form = { desk, step, own, set, lead, askAction, askSlot, toText }
  const at = desk.scene?.steps.indexOf(step) ?? 0
  const last = (desk.scene?.steps.length ?? 1) - 1
  const named = (name: string) => {
    if (!/^[a-z][a-z0-9_]{0,63}$/.test(name) || desk.scene?.byId.has(name)) return
    desk.write((text) => rename(text, step.id, name))
    desk.place((kept) => ({ ...kept, steps: Object.fromEntries(Object.entries(kept.steps).map(([id, place]) => [id === step.id ? name : id, place])) }))
    desk.pick([name])
  }
  const about = { playbook: desk.playbook, scenario: desk.scenario, step: step.id }
  const noted = aboutStep(desk.notes, about)
  // A note holds on to the step by its name, which must not move with its place.
  const notes = <PlaceNotes notes={noted} place={about} before={() => step.named || set(['id'], step.id)} />
  return (
    <fieldset className={`step-panel kind-${step.kind}`} disabled={desk.slip !== null} key={step.id}>
      <legend className="unseen">{own.panel.of(titleOf(step, own, desk.glossary))}</legend>
      <header className="step-title">
        <KindIcon kind={step.kind} />
        <div>
          <b>{titleOf(step, own, desk.glossary)}</b>
          <small className="soft">{own.about[step.kind]}</small>
        </div>
      </header>
      <Findings desk={desk} findings={desk.findingsOf(step.id)} askAction={askAction} />
      {noted.length > 0 && notes}
      <KindFields {...form} />
      <Next {...form} />
      <TextField label={own.panel.note} hint={own.panel.noteHint} lines={2} value={String(step.fields.note ?? '')} change={(note) => set(['note'], note.trim() === '' ? undefined : note)} />
      {noted.length === 0 && notes}
      <details className="more-of-step">
        <summary>{own.panel.more}</summary>
        <TextField label={own.panel.id} hint={own.panel.idHint} value={step.id} change={named} />
      </details>
      <footer className="step-tools">
        <ActionIcon.Group>
          <ActionIcon variant="default" size="lg" aria-label={own.panel.up} title={own.panel.up} disabled={at === 0} onClick={() => desk.write((text) => move(text, step.id, at - 1))}>
            <UpIcon size={18} />
          </ActionIcon>
          <ActionIcon variant="default" size="lg" aria-label={own.panel.down} title={own.panel.down} disabled={at === last} onClick={() => desk.write((text) => move(text, step.id, at + 1))}>
            <DownIcon size={18} />
          </ActionIcon>
        </ActionIcon.Group>
        <Button
          variant="default"
          leftSection={<DeleteIcon size={16} />}
          disabled={last === 0}
          onClick={remove}
        >
          {own.panel.remove}
        </Button>
      </footer>
    </fieldset>
  )
}

/** Where the step leads when nothing branches. */
function Next(form: Form) {
  const { desk, step, own, lead } = form
  const way = desk.scene?.ways.find((each) => each.from === step.id && each.port === 'next')
  if (way === undefined) return null
  return (
    <div data-port="next">
      <Choose
        label={own.exit.next}
        hint={way.implied ? own.panel.nextHint : undefined}
        value={way.implied ? '' : (way.to ?? '')}
        choices={[{ value: '', label: own.panel.below }, ...stepChoices(form)]}
        change={(to) => lead('next', to)}
      />
    </div>
  )
}

/** Every other step, to lead to. */
export function stepChoices({ desk, step, own }: Form) {
  return (desk.scene?.steps ?? [])
    .filter((each) => each.id !== step.id)
    .map((each) => ({ value: each.id, label: stepLabel(each, own, desk.glossary) }))
}
