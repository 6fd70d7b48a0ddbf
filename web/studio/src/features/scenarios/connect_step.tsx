/** Leads a way of a step to another one, found by what it says: connecting without a mouse. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'

import { Modal } from '@mantine/core'
import { type KeyboardEvent, useId, useRef, useState } from 'react'

import { Choose } from '../../edits/field'
import { connect } from '../../scene/edits'
import type { Port, Step } from '../../scene/scene'
import { readable, saidBy } from '../../scene/sizes'
import { stepLabel, titleOf } from '../../scene/step_label'
import { openings } from '../../scene/walk'
import { useOwnWords } from '../../words/words'
import { exitInWords } from './canvas/cards'
import type { Desk } from './desk'
import { KindIcon } from './icons'
import { en } from './words.en'
import { ko } from './words.ko'

/** A way that is to be led somewhere. */
export interface Loose {
  from: string
  port: Port
}

interface Given {
  desk: Desk
  /** What is to be connected; null while nothing is. */
  loose: Loose | null
  close: () => void
  say: (said: string) => void
}

export function ConnectStep({ desk, loose, close, say }: Given) {
  const own = useOwnWords({ ko, en })
  const step = desk.scene?.byId.get(loose?.from ?? '')
  const title = step === undefined ? '' : own.connect.title(stepLabel(step, own, desk.glossary))
  return (
    <Modal opened={step !== undefined} onClose={close} title={title} closeButtonProps={{ 'aria-label': own.connect.close }}>
      {step !== undefined && loose !== null && <Connecting desk={desk} step={step} port={loose.port} close={close} say={say} />}
    </Modal>
  )
}

function Connecting({ desk, step, port: begun, close, say }: Omit<Given, 'loose'> & { step: Step; port: Port }) {
  const own = useOwnWords({ ko, en })
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const [port, setPort] = useState(begun)
  const [searched, setSearched] = useState('')
  const [at, setAt] = useState(0)
  const { scene, glossary } = desk
  if (scene === null) return null
  const ways = openings(scene, step)
  const now = ways.find((each) => each.port === port)?.to
  const wanted = searched.trim().toLowerCase()
  const named = (each: Step) => [each.id, titleOf(each, own, glossary), readable(saidBy(each), glossary.titles)]
  const targets = scene.steps.filter((each) => each.id !== step.id && named(each).some((name) => name.toLowerCase().includes(wanted)))
  const lead = (target: Step | undefined) => {
    if (target === undefined) return
    desk.write((text) => connect(text, step.id, port, target.id))
    say(own.connect.done(stepLabel(target, own, glossary)))
    close()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (by === undefined) return lead(targets[at])
    const next = (at + by + targets.length) % Math.max(1, targets.length)
    setAt(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div className="connect-step">
      {ways.length > 1 && (
        <Choose label={own.connect.which} value={port} choices={ways.map((each) => ({ value: each.port, label: exitInWords(each, own, glossary) }))} change={(other) => setPort(other as Port)} />
      )}
      <input
        className="typed"
        role="combobox"
        data-autofocus
        aria-label={own.connect.search}
        placeholder={own.connect.search}
        aria-expanded="true"
        aria-controls={`${id}-steps`}
        aria-activedescendant={targets[at] === undefined ? undefined : `${id}-${at}`}
        value={searched}
        onChange={(event) => {
          setSearched(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      <p className="soft" role="status">
        {targets.length === 0 ? own.connect.none : own.connect.found(targets.length)}
      </p>
      <ul id={`${id}-steps`} ref={list} role="listbox" aria-label={own.connect.search}>
        {targets.map((each, n) => (
          <li key={each.id} id={`${id}-${n}`} role="option" aria-selected={n === at} className={`kind-${each.kind}`} onClick={() => lead(each)}>
            <KindIcon kind={each.kind} size={16} />
            <span>{stepLabel(each, own, glossary)}</span>
            {each.id === now && <small className="soft">{own.connect.now}</small>}
          </li>
        ))}
      </ul>
    </div>
  )
}
