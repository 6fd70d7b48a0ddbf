/** The steps in the order they are written: everything the canvas does, by keyboard. */

import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'

import { readable, saidBy } from '../../scene/sizes'
import { titleOf } from '../../scene/step_label'
import type { Side } from '../../scene/walk'
import { useOwnWords } from '../../words/words'
import { NotesIcon } from '../notes/icon'
import { commentId, exitInWords } from './canvas/cards'
import type { Desk } from './desk'
import { CommentIcon, KindIcon } from './icons'
import { latin } from './keys'
import { en } from './words.en'
import { ko } from './words.ko'

const NUDGE: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-24, 0], ArrowRight: [24, 0], ArrowUp: [0, -24], ArrowDown: [0, 24] }

interface Given {
  desk: Desk
  found: ReadonlySet<string> | null
  show: (id: string) => void
  on: StepActs
}

/** What the keyboard does with a step beyond going to the next one. */
export interface StepActs {
  walk: (id: string, side: Side) => void
  edit: (id: string) => void
  connect: (id: string) => void
  /** Puts a step behind it, chosen in a menu beside `place`. */
  put: (id: string, place: DOMRect) => void
}

export function StepsList({ desk, found, show, on }: Given) {
  const own = useOwnWords({ ko, en })
  const list = useRef<HTMLOListElement>(null)
  const { scene, glossary, picked } = desk
  const steps = useMemo(() => (scene?.steps ?? []).filter((step) => found === null || found.has(step.id)), [scene, found])
  const titled = (id: string) => {
    const step = scene?.byId.get(id)
    return step === undefined ? id : titleOf(step, own, glossary)
  }
  const comments = found === null ? desk.comments : []
  const ids = [...steps.map((step) => step.id), ...comments.map((each) => commentId(each.id))]
  const current = picked.find((id) => ids.includes(id)) ?? ids[0]
  useEffect(() => {
    if (picked.length === 1) list.current?.querySelector(`[data-step="${picked[0]}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [picked])
  const choose = (id: string, more: boolean) => {
    desk.pick(more ? (picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id]) : [id])
    show(id)
  }
  const nudge = (id: string, [x, y]: readonly [number, number]) => {
    const moved = picked.includes(id) ? picked : [id]
    desk.place(
      (kept) => ({
        steps: Object.fromEntries(Object.entries(kept.steps).map(([id, at]) => [id, moved.includes(id) ? { x: at.x + x, y: at.y + y } : at])),
        comments: kept.comments.map((each) => (moved.includes(commentId(each.id)) ? { ...each, x: each.x + x, y: each.y + y } : each)),
      }),
      `nudge ${id}`,
    )
  }
  const go = (id: string, by: number, more: boolean) => {
    const next = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(id) + by))]
    if (next === undefined) return
    choose(next, more)
    list.current?.querySelector<HTMLElement>(`[data-step="${next}"]`)?.focus()
  }
  const keys = (event: KeyboardEvent, id: string) => {
    const act = actOf(event, id)
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const actOf = (event: KeyboardEvent, id: string): (() => void) | undefined => {
    const way = NUDGE[event.key]
    const place = event.currentTarget.getBoundingClientRect()
    if (event.altKey && way !== undefined) return () => nudge(id, way)
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined
    const key = latin(event)
    const any: Record<string, () => void> = {
      arrowdown: () => go(id, 1, event.shiftKey),
      arrowup: () => go(id, -1, event.shiftKey),
      home: () => go(id, -ids.length, event.shiftKey),
      end: () => go(id, ids.length, event.shiftKey),
      enter: () => on.edit(id),
    }
    if (any[key] !== undefined || !scene?.byId.has(id)) return any[key]
    const put = desk.slip === null ? () => on.put(id, place) : undefined
    const ofSteps: Record<string, (() => void) | undefined> = {
      arrowright: () => on.walk(id, 'out'),
      arrowleft: () => on.walk(id, 'in'),
      c: desk.slip === null ? () => on.connect(id) : undefined,
      '+': put,
      '=': put,
      insert: put,
    }
    return ofSteps[key]
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
              onKeyDown={(event) => keys(event, step.id)}
            >
              <KindIcon kind={step.kind} size={16} />
              <span>
                <b>{titleOf(step, own, glossary)}</b>
                <small className="soft">{readable(saidBy(step), glossary.titles) || step.id}</small>
                <span className="unseen">
                  {ways.map((way) => own.list.leads(exitInWords(way, own, glossary), titled(way.to as string))).join('. ')}
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
      {comments.map(({ id, text }) => (
        <li key={commentId(id)}>
          <button
            type="button"
            data-step={commentId(id)}
            className="comment"
            tabIndex={commentId(id) === current ? 0 : -1}
            aria-pressed={picked.includes(commentId(id))}
            onClick={(event) => choose(commentId(id), event.shiftKey || event.ctrlKey || event.metaKey)}
            onKeyDown={(event) => keys(event, commentId(id))}
          >
            <CommentIcon size={16} />
            <span>
              <b>{own.comment.label}</b>
              <small className="soft">{text}</small>
            </span>
          </button>
        </li>
      ))}
      <li id="steps-help" className="unseen">
        {own.list.help}
      </li>
    </ol>
  )
}
