/** The way the keyboard is on: its condition, both ends, and what can be done with it. */

import './way_bar.css'

import { type KeyboardEvent, useEffect, useRef } from 'react'

import type { Way } from '../../../scene/scene'
import { stepLabel } from '../../../scene/step_label'
import { turned, type Walk, wayId, waysAt } from '../../../scene/walk'
import { useOwnWords } from '../../../words/words'
import type { Desk } from '../desk'
import { latin } from '../keys'
import { en } from '../words.en'
import { ko } from '../words.ko'
import { exitInWords } from './cards'

export interface WayActs {
  go: (walk: Walk) => void
  /** To a step, and away from its ways. */
  toStep: (id: string) => void
  edit: (way: Way) => void
  /** Puts a step on it, chosen in a menu beside `place`. */
  put: (way: Way, place: DOMRect) => void
  connect: (way: Way) => void
  drop: (way: Way) => void
}

export function WayBar({ desk, walk, acts }: { desk: Desk; walk: Walk; acts: WayActs }) {
  const own = useOwnWords({ ko, en })
  const button = useRef<HTMLButtonElement>(null)
  const held = useRef(false)
  const { scene, glossary } = desk
  const ways = scene === null ? [] : waysAt(scene, walk.step, walk.side)
  const at = Math.min(walk.at, ways.length - 1)
  const way = ways[at]
  const id = way === undefined ? null : `${walk.side}|${wayId(way)}|${way.to}`
  // Another way is another button: whoever listens hears it. The keyboard goes on in it.
  useEffect(() => {
    if (held.current) button.current?.focus()
  }, [id])
  const called = (id: string | null) => {
    const step = scene?.byId.get(id ?? '')
    return step === undefined ? (id ?? own.walk.open) : stepLabel(step, own, glossary)
  }
  const keys = (event: KeyboardEvent<HTMLButtonElement>, way: Way) => {
    const act = actOf(event, way)
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const actOf = (event: KeyboardEvent<HTMLButtonElement>, way: Way): (() => void) | undefined => {
    if (scene === null || event.ctrlKey || event.metaKey || event.altKey) return undefined
    const { to } = way
    const place = event.currentTarget.getBoundingClientRect()
    const acting: Record<string, () => void> = {
      arrowdown: () => acts.go(turned(scene, walk, 1)),
      arrowup: () => acts.go(turned(scene, walk, -1)),
      arrowleft: () => acts.toStep(way.from),
      arrowright: () => (to === null || way.lost ? acts.connect(way) : acts.toStep(to)),
      escape: () => acts.toStep(walk.step),
      enter: () => acts.edit(way),
    }
    const changing: Record<string, () => void> = {
      '+': () => acts.put(way, place),
      '=': () => acts.put(way, place),
      insert: () => acts.put(way, place),
      c: () => acts.connect(way),
      delete: () => acts.drop(way),
      backspace: () => acts.drop(way),
    }
    const key = latin(event)
    return acting[key] ?? (desk.slip === null ? changing[key] : undefined)
  }
  if (way === undefined) return null
  const when = exitInWords(way, own, glossary)
  const [from, to] = [called(way.from), called(way.to)]
  return (
    <div className="way-bar">
      <button
        key={id}
        ref={button}
        type="button"
        aria-describedby="way-help"
        onFocus={() => (held.current = true)}
        onBlur={(event) => (held.current = event.relatedTarget === null)}
        onClick={() => acts.edit(way)}
        onKeyDown={(event) => keys(event, way)}
      >
        <b>{when}</b>
        <small aria-hidden="true">
          {from} → {to}
        </small>
        <span className="unseen">{way.to === null ? own.walk.spokenOpen(from) : own.walk.spoken(from, to)}</span>
        <span className="unseen">{own.walk[walk.side](called(walk.step), at + 1, ways.length)}</span>
      </button>
      <small className="soft" aria-hidden="true">
        {own.walk.count(at + 1, ways.length)} · {own.walk.hint}
      </small>
      <span id="way-help" className="unseen">
        {own.walk.help}
      </span>
    </div>
  )
}
