/** Asks for an action that does not exist yet: what goes in, what comes out, an example, a note to the developer. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'

import { ActionIcon, Button, Modal } from '@mantine/core'
import { useState } from 'react'

import { Choose, Field, Flag } from '../../edits/field'
import { AddIcon } from '../../edits/icons'
import { type Asked, type AskedValue, ready, slug, TYPES } from '../../scene/contract'
import { useOwnWords } from '../../words/words'
import { freeOf, romanised } from '../../yaml/roman'
import { AskForm } from './ask_form'
import { DeleteIcon } from './icons'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  /** What it is to be called, when that is known; null while nothing is asked for. */
  name: string | null
  close: () => void
  taken: readonly string[]
  ask: (asked: Asked) => void
}

export function AskAction({ name, close, taken, ask }: Given) {
  const own = useOwnWords({ ko, en })
  return (
    <Modal opened={name !== null} onClose={close} size="lg" title={own.action.title} closeButtonProps={{ 'aria-label': own.action.cancel }}>
      <Asking name={name ?? ''} taken={taken} close={close} ask={ask} own={own} />
    </Modal>
  )
}

function Asking({ name, taken, close, ask, own }: Omit<Given, 'name'> & { name: string; own: typeof ko }) {
  const [asked, setAsked] = useState<Asked>({ title: '', name, inputs: [], outputs: [fresh('found', 'yes_no')], changes: false, note: '' })
  const wrong = ready(asked, taken)
  const set = (part: Partial<Asked>) => setAsked((before) => ({ ...before, ...part }))
  // A name nobody has written follows what the action is called.
  const called = (title: string) => set({ title, ...(named(asked.title, taken) === asked.name ? { name: named(title, taken) } : {}) })
  return (
    <AskForm lead={own.action.lead} missing={wrong === null ? null : own.action.wrong[wrong]} send={own.action.send} ask={() => ask(asked)} close={close}>
      {() => (
        <>
          <Field label={own.action.what}>
            <input className="typed" data-autofocus value={asked.title} placeholder={own.action.whatExample} onChange={(event) => called(event.currentTarget.value)} />
          </Field>
          <Field label={own.action.name} hint={own.action.nameHint}>
            <input className="typed" value={asked.name} placeholder="find_coupon" onChange={(event) => set({ name: slug(event.currentTarget.value) })} />
          </Field>
          <Values title={own.action.inputs} add={own.action.addInput} values={asked.inputs} own={own} change={(inputs) => set({ inputs })} />
          <Values title={own.action.outputs} add={own.action.addOutput} values={asked.outputs} own={own} change={(outputs) => set({ outputs })} examples />
          <Flag label={own.action.changes} value={asked.changes} change={(changes) => set({ changes })} />
          <Field label={own.action.note} hint={own.action.noteHint}>
            <textarea className="typed" rows={3} value={asked.note} onChange={(event) => set({ note: event.currentTarget.value })} />
          </Field>
        </>
      )}
    </AskForm>
  )
}

interface Listed {
  title: string
  add: string
  values: readonly AskedValue[]
  own: typeof ko
  change: (values: AskedValue[]) => void
  examples?: boolean
}

function Values({ title, add, values, own, change, examples = false }: Listed) {
  const set = (at: number, part: Partial<AskedValue>) => change(values.map((each, n) => (n === at ? { ...each, ...part } : each)))
  return (
    <fieldset className="parts">
      <legend>{title}</legend>
      {values.map((value, at) => (
        <div key={at} className="part asked-value">
          <Field label={own.action.meaning}>
            <input
              className="typed"
              value={value.title}
              onChange={(event) => {
                const title = event.currentTarget.value
                const others = values.filter((each) => each !== value).map((each) => each.name)
                set(at, { title, ...(named(value.title, others) === value.name ? { name: named(title, others) } : {}) })
              }}
            />
          </Field>
          <Field label={own.action.name}>
            <input className="typed" value={value.name} onChange={(event) => set(at, { name: slug(event.currentTarget.value) })} />
          </Field>
          <Choose label={own.action.type} value={value.type} choices={TYPES.map((type) => ({ value: type, label: own.action.types[type] }))} change={(type) => set(at, { type: type as AskedValue['type'] })} />
          {examples && value.type === 'yes_no' && (
            <Choose
              label={own.action.example}
              value={value.example === 'false' ? 'false' : 'true'}
              choices={[{ value: 'true', label: own.action.yes }, { value: 'false', label: own.action.no }]}
              change={(example) => set(at, { example })}
            />
          )}
          {examples && value.type !== 'yes_no' && (
            <Field label={own.action.example}>
              <input className="typed" value={value.example} onChange={(event) => set(at, { example: event.currentTarget.value })} />
            </Field>
          )}
          <ActionIcon variant="subtle" color="gray" aria-label={own.action.drop(value.title || value.name)} onClick={() => change(values.filter((_, n) => n !== at))}>
            <DeleteIcon size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button size="compact-sm" variant="default" leftSection={<AddIcon size={14} />} onClick={() => change([...values, fresh('', 'text')])}>
        {add}
      </Button>
    </fieldset>
  )
}

/** The name a title gets, while none is taken by another; nothing of an empty title. */
function named(title: string, taken: readonly string[]): string {
  const name = romanised(title)
  return name === '' ? '' : freeOf(name, (each) => taken.includes(each))
}

function fresh(name: string, type: AskedValue['type']): AskedValue {
  return { name, title: '', type, example: '' }
}
