/** What a scenario is about, and everything the check says of it. */

import { Link } from '@tanstack/react-router'

import { Choose, TextField } from '../../../edits/field'
import { useOwnWords } from '../../../words/words'
import { setIn, deleteIn } from '../../../yaml/edit'
import { PlaceNotes } from '../../notes/about_place'
import type { Desk } from '../desk'
import { en } from '../words.en'
import { ko } from '../words.ko'
import { Findings } from './findings'

const ORDER = ['title', 'matter', 'happened', 'intents', 'note', 'steps']

export function ScenarioPanel({ desk }: { desk: Desk }) {
  const own = useOwnWords({ ko, en })
  const { scene, glossary, findings } = desk
  if (scene === null) return null
  const set = (key: string, value: string) =>
    desk.write((text) => (value.trim() === '' && key !== 'title' ? deleteIn(text, [key]) : setIn(text, [key], value, { order: ORDER })), key)
  const intents = (names: string[]) => desk.write((text) => (names.length === 0 ? deleteIn(text, ['intents']) : setIn(text, ['intents'], names, { order: ORDER })))
  const open = glossary.intents.filter((each) => !scene.intents.includes(each.name))
  return (
    <fieldset className="step-panel" disabled={desk.slip !== null}>
      <legend className="unseen">{own.about.scenario}</legend>
      <p className="soft">{own.panel.nothingPicked}</p>
      <Findings
        desk={desk}
        findings={findings}
        go={(finding) => {
          const index = Number(finding.where[finding.where.indexOf('steps') + 1])
          const step = scene.steps.find((each) => each.index === index)
          if (step !== undefined) desk.pick([step.id])
        }}
      />
      <TextField label={own.panel.title} value={scene.title} change={(title) => set('title', title)} />
      <TextField label={own.panel.matter} hint={own.panel.matterHint} value={String(scene.fields.matter ?? '')} change={(matter) => set('matter', matter)} />
      <TextField label={own.panel.happened} hint={own.panel.happenedHint} value={String(scene.fields.happened ?? '')} change={(said) => set('happened', said)} />
      <fieldset className="parts">
        <legend>{own.panel.intents}</legend>
        <ul className="tags">
          {scene.intents.map((name) => (
            <li key={name}>
              {glossary.intents.find((each) => each.name === name)?.title ?? name}
              <button type="button" aria-label={own.panel.dropIntent(name)} onClick={() => intents(scene.intents.filter((each) => each !== name))}>
                ×
              </button>
            </li>
          ))}
        </ul>
        {open.length > 0 && (
          <Choose
            label={own.panel.addIntent}
            value=""
            choices={[{ value: '', label: own.panel.chooseIntent }, ...open.map((each) => ({ value: each.name, label: each.title }))]}
            change={(name) => name !== '' && intents([...scene.intents, name])}
          />
        )}
        <Link className="more" to="/playbooks/$playbook/intents" params={{ playbook: desk.playbook }}>
          {own.panel.makeIntent}
        </Link>
      </fieldset>
      <TextField label={own.panel.note} lines={3} value={String(scene.fields.note ?? '')} change={(note) => set('note', note)} />
      <PlaceNotes notes={desk.notes} place={{ playbook: desk.playbook, scenario: desk.scenario, step: '' }} />
    </fieldset>
  )
}
