/** Going along ways by keyboard: which one it is on, and what is done to it from there. */

import { useEffect, useState } from 'react'

import { dropWay, wayBehind } from '../../scene/edits'
import type { Way } from '../../scene/scene'
import { firstOpening, fromItsStep, keptBy, type Side, type Walk, wayId, wayOf, waysAt } from '../../scene/walk'
import type { Aim } from './aim'
import type { Wanted } from './canvas/canvas'
import type { WayActs } from './canvas/way_bar'
import type { Loose } from './connect_step'
import type { Desk } from './desk'
import type { StepActs } from './steps_list'
import type { ko } from './words.ko'

interface Given {
  desk: Desk
  own: typeof ko
  aim: (aim: Aim) => void
  want: (wanted: Wanted) => void
  /** Brings the steps at both ends of a way into sight. */
  showWay: (ends: readonly string[]) => void
}

export function useWalk({ desk, own, aim, want, showWay }: Given) {
  const { scene, picked } = desk
  const [walked, setWalk] = useState<Walk | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const [loose, setLoose] = useState<Loose | null>(null)
  const [said, say] = useState('')
  // Whoever picks another step has left the ways of the one before.
  const walk = walked !== null && picked.length === 1 && picked[0] === walked.step ? walked : null
  const way = walk === null || scene === null ? undefined : wayOf(scene, walk)
  // A picked step is what Delete is about, no longer the way that was pointed at before.
  const chosen = walk === null ? (picked.length === 0 ? pointed : null) : way === undefined ? null : wayId(way)
  const { from, to } = way ?? { from: null, to: null }
  useEffect(() => {
    if (from === null) return
    const later = requestAnimationFrame(() => showWay([from, ...(to === null ? [] : [to])]))
    return () => cancelAnimationFrame(later)
    // A new picture of the same way does not move the view.
  }, [from, to, chosen])
  useEffect(() => {
    if (said === '') return
    const later = setTimeout(() => say(''), 6000)
    return () => clearTimeout(later)
  }, [said])
  useEffect(() => {
    // The last way of that side is gone: the step itself is left.
    if (walk !== null && scene !== null && way === undefined) toStep(walk.step)
  }, [walk, scene, way])

  const toStep = (id: string) => {
    setWalk(null)
    desk.pick([id])
    aim({ to: 'step', id })
  }
  const go = (to: Walk) => {
    setWalk(to)
    setPointed(null)
    desk.pick([to.step])
    aim({ to: 'way' })
  }
  const connectFrom = (loose: Loose | undefined) => (loose === undefined ? say(own.connect.nowhere) : setLoose(loose))
  const drop = (gone: Way) => {
    if (scene === null) return
    const kept = keptBy(scene, gone)
    if (kept === null) desk.write((text) => dropWay(text, gone.from, gone.port))
    say(kept === null ? own.walk.dropped : own.walk.kept[kept])
  }
  const ofWays: WayActs = {
    go,
    toStep,
    edit: (way) => {
      if (scene === null) return
      const there = fromItsStep(scene, way)
      setWalk(there)
      desk.pick([there.step])
      aim({ to: 'form', port: way.port })
    },
    put: (way, { right, top }) => want({ on: way, x: right + 8, y: top, here: false }),
    connect: connectFrom,
    drop,
  }
  const ofSteps: StepActs = {
    walk: (id, side: Side) => {
      if (scene === null) return
      desk.pick([id])
      if (waysAt(scene, id, side).length === 0) say(own.walk.none[side])
      else go({ step: id, side, at: 0 })
    },
    edit: (id) => {
      setWalk(null)
      desk.pick([id])
      aim({ to: 'form' })
    },
    connect: (id) => {
      const step = scene?.byId.get(id)
      const port = scene === null || step === undefined ? undefined : firstOpening(scene, step)
      desk.pick([id])
      connectFrom(port === undefined ? undefined : { from: id, port })
    },
    put: (id, { right, top }) => {
      desk.pick([id])
      want({ on: (scene === null ? undefined : wayBehind(scene, id)) ?? null, x: right + 8, y: top, here: false })
    },
  }
  return {
    walk,
    chosen,
    loose,
    said,
    say,
    ofWays,
    ofSteps,
    stopConnecting: () => setLoose(null),
    /** A way pointed at in the picture. */
    choose: (id: string | null) => {
      setPointed(id)
      if (id !== null) setWalk(null)
    },
    dropChosen: () => {
      const gone = scene?.ways.find((each) => wayId(each) === chosen)
      setPointed(null)
      if (gone !== undefined) drop(gone)
    },
  }
}
