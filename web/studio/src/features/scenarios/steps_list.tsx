/** The steps in the order they are written: everything the canvas does, by keyboard. */

import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'

import { useOwnWords } from '../../words/words'
import { NotesIcon } from '../notes/icon'
import { exitInWords, titleOf } from './canvas/cards'
import type { Desk } from './desk'
import { KindIcon } from './icons'
import { readable, saidBy } from './scene/sizes'
import type { Step } from './scene/scene'
import { en } from './words.en'
import { ko } from './words.ko'

const NUDGE: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-24, 0], ArrowRight: [24, 0], ArrowUp: [0, -24], ArrowDown: [0, 24] }

interface Given {
  desk: Desk
  found: ReadonlySet<string> | null
  show: (id: string) => void
  pressed: (event: KeyboardEvent) => void
}

export function StepsList({ desk, found, show, pressed }: Given) {
  const own = useOwnWords({ ko, en })
  const list = useRef<HTMLOListElement>(null)
  const { scene, glossary, picked } = desk
  const steps = useMemo(() => (scene?.steps ?? []).filter((step) => found === null || found.has(step.id)), [scene, found])
  const current = steps.some((step) => step.id === picked[0]) ? picked[0] : steps[0]?.id
  useEffect(() => {
    if (picked.length === 1) list.current?.querySelector(`[data-step="${picked[0]}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [picked])
  const choose = (id: string, more: boolean) => {
    desk.pick(more ? (picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id]) : [id])
    show(id)
  }
  const keys = (event: KeyboardEvent, step: Step) => {
    const way = NUDGE[event.key]
    if (event.altKey && way !== undefined) {
      event.preventDefault()
      const moved = picked.includes(step.id) ? picked : [step.id]
      desk.place(
        (kept) => ({
          ...kept,
          steps: Object.fromEntries(Object.entries(kept.steps).map(([id, at]) => [id, moved.includes(id) ? { x: at.x + way[0], y: at.y + way[1] } : at])),
        }),
        `nudge ${step.id}`,
      )
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const at = steps.indexOf(step) + (event.key === 'ArrowDown' ? 1 : -1)
      const next = steps[Math.max(0, Math.min(steps.length - 1, at))]
      if (next === undefined) return
      choose(next.id, event.shiftKey)
      list.current?.querySelector<HTMLElement>(`[data-step="${next.id}"]`)?.focus()
    } else pressed(event)
  }
  return (
    <ol className="steps" ref={list} aria-label={own.list.label} aria-describedby="steps-help">
      {steps.map((step) => {
        const findings = desk.findingsOf(step.id)
        const notes = desk.notesOf(step.id)
        const ways = (scene?.ways ?? []).filter((way) => way.from === step.id && way.to !== null)
        return (
          <li key={step.id}>
            <button
              type="button"
              data-step={step.id}
              className={`kind-${step.kind}`}
              tabIndex={step.id === current ? 0 : -1}
              aria-pressed={picked.includes(step.id)}
              onClick={(event) => choose(step.id, event.shiftKey || event.ctrlKey || event.metaKey)}
              onKeyDown={(event) => keys(event, step)}
            >
              <KindIcon kind={step.kind} size={16} />
              <span>
                <b>{titleOf(step, own, glossary)}</b>
                <small className="soft">{readable(saidBy(step), glossary.titles) || step.id}</small>
                <span className="unseen">
                  {ways.map((way) => own.list.leads(exitInWords(way, own, glossary), way.to as string)).join('. ')}
                  {findings.length > 0 && ` ${own.list.findings(findings.length)}`}
                  {notes > 0 && ` ${own.card.notes(notes)}`}
                </span>
              </span>
              {notes > 0 && (
                <span className="step-flag note" aria-hidden="true">
                  <NotesIcon size={11} /> {notes}
                </span>
              )}
              {findings.length > 0 && (
                <span className={`step-flag ${findings.some((each) => each.severity === 'error') ? 'error' : 'warning'}`} aria-hidden="true">
                  {findings.length}
                </span>
              )}
            </button>
          </li>
        )
      })}
      <li id="steps-help" className="unseen">
        {own.list.help}
      </li>
    </ol>
  )
}
