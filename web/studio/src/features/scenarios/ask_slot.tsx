/** Something new to ask the customer for: what it is, what kind of answer it takes, and the words for each time. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'

import { Modal } from '@mantine/core'
import { useState } from 'react'

import { Choose, Field } from '../../edits/field'
import { slug } from '../../scene/contract'
import { likelyKind, nameFor, type Question, readyToAsk, SLOT_KINDS, type SlotKind, type Wanted } from '../../scene/question'
import { useOwnWords } from '../../words/words'
import { AskForm } from './ask_form'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  /** Null while nothing is asked for. */
  wanted: Wanted | null
  close: () => void
  taken: readonly string[]
  ask: (question: Question, wanted: Wanted) => void
}

export function AskSlot({ wanted, close, taken, ask }: Given) {
  const own = useOwnWords({ ko, en })
  return (
    <Modal opened={wanted !== null} onClose={close} size="lg" title={own.slot.title} closeButtonProps={{ 'aria-label': own.action.cancel }}>
      {wanted !== null && <Asking wanted={wanted} taken={taken} close={close} ask={ask} own={own} />}
    </Modal>
  )
}

function Asking({ wanted, taken, close, ask, own }: Given & { wanted: Wanted; own: typeof ko }) {
  const [title, setTitle] = useState('')
  // What nobody has typed or chosen follows from what it is called.
  const [typed, setTyped] = useState<string | null>(null)
  const [chosen, setChosen] = useState<SlotKind | null>(null)
  const [options, setOptions] = useState('')
  const [says, setSays] = useState<Question['says']>(['', '', ''])
  const worded = wanted.at !== 'kept'
  const kind = chosen ?? likelyKind(title, (each) => own.slot.signs[each as 'date'])
  const question: Question = { title, kind, name: typed ?? nameFor(title, taken), options: kind === 'choice' ? options.split('\n') : [], says }
  const wrong = readyToAsk(question, taken, worded)
  const say = (at: number, words: string) => setSays((before) => before.map((each, n) => (n === at ? words : each)) as unknown as Question['says'])
  return (
    <AskForm lead={own.slot.lead[wanted.at]} missing={wrong === null ? null : own.slot.wrong[wrong]} send={own.slot.make} ask={() => ask(question, wanted)} close={close}>
      {(tried) => (
        <>
          <Field label={own.slot.what}>
            <input className="typed" data-autofocus value={title} maxLength={80} placeholder={own.slot.whatExample} onChange={(event) => setTitle(event.currentTarget.value)} />
          </Field>
          {worded && (
            <>
              <Choose label={own.slot.kind} hint={own.slot.kindHint[kind]} value={kind} choices={SLOT_KINDS.map((each) => ({ value: each, label: own.slot.kinds[each] }))} change={(to) => setChosen(to as SlotKind)} />
              {kind === 'choice' && (
                <Field label={own.slot.options} hint={own.slot.optionsHint}>
                  <textarea className="typed" rows={3} value={options} onChange={(event) => setOptions(event.currentTarget.value)} />
                </Field>
              )}
              {([0, 1, 2] as const).map((at) => (
                <Field key={at} label={own.slot.says[at] ?? ''} hint={at === 1 ? own.slot.againHint : undefined}>
                  <textarea className="typed" rows={2} value={says[at]} placeholder={own.slot.saysExample[at]} onChange={(event) => say(at, event.currentTarget.value)} />
                </Field>
              ))}
            </>
          )}
          <details className="more-of-step" open={tried && (wrong === 'name' || wrong === 'taken')}>
            <summary>{own.panel.more}</summary>
            <Field label={own.action.name} hint={own.slot.nameHint}>
              <input className="typed" value={question.name} onChange={(event) => setTyped(slug(event.currentTarget.value))} />
            </Field>
          </details>
        </>
      )}
    </AskForm>
  )
}
