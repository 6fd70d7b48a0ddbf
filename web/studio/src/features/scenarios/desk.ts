/** One scenario on the desk: its texts, what is drawn of them, what is picked, and every change with its way back. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { type Finding, type Texts, useDraft, useFindings, useSaveFile } from '../../draft/draft'
import { type Glossary, useGlossary } from '../../scene/glossary'
import { begin, change, type History, redo, type Texts as Kept, undo } from '../../scene/history'
import { type Comment, LAYOUT, placed, placesIn, type Places, type Point, withPlaces } from '../../scene/layout'
import { drawn, type Scene, sceneOf } from '../../scene/scene'
import { parse } from '../../yaml/document'
import type { Slip } from '../../yaml/slips'
import { aboutStep, type ShownNote, useNotes } from '../notes/asking'

export interface Desk {
  playbook: string
  scenario: string
  path: string
  texts: Texts
  text: string
  /** The last text that could be read, as steps and ways. */
  scene: Scene | null
  /** Why the text of now cannot be read: then the canvas shows the last good one and takes no changes. */
  slip: Slip | null
  places: Readonly<Record<string, Point>>
  comments: readonly Comment[]
  glossary: Glossary
  picked: readonly string[]
  pick: (ids: readonly string[]) => void
  /** Changes the scenario's text; acts of one kind in a row are undone together. */
  write: (act: (text: string) => string, kind?: string) => void
  /** Moves steps and comments. */
  place: (act: (places: Places) => Places, kind?: string) => void
  /** Changes any files of the draft at once. */
  writeFiles: (texts: Kept, kind?: string) => void
  undo: (() => void) | undefined
  redo: (() => void) | undefined
  findings: readonly Finding[]
  findingsOf: (id: string) => readonly Finding[]
  /** Research notes about the scenario or one of its steps. */
  notes: readonly ShownNote[]
  notesOf: (id: string) => number
}

export function useDesk(playbook: string, scenario: string): Desk | null {
  const { texts } = useDraft(playbook)
  const path = texts[`scenarios/${scenario}.yml`] === undefined ? `scenarios/${scenario}.yaml` : `scenarios/${scenario}.yml`
  const text = texts[path]
  const glossary = useGlossary(texts)
  const [scene, slip] = useLastGood(`${playbook}/${path}`, text)
  const files = useFiles(playbook, texts, path)
  const [picked, pick] = useState<readonly string[]>([])
  const layout = texts[LAYOUT]
  const kept = useMemo(() => placesIn(layout, scenario), [layout, scenario])
  const places = useMemo(() => (scene === null ? {} : placed(scene, kept)), [scene, kept])
  const { findings: all } = useFindings(playbook)
  const findings = useMemo(() => all.filter((each) => each.file === path), [all, path])
  const byStep = useMemo(() => perStep(findings, scene), [findings, scene])
  const { now, writeFiles } = files

  const write = useCallback(
    (act: (text: string) => string, kind = '') => {
      const before = now.current[path]
      if (before === undefined || parse(before).slips.length > 0) return
      writeFiles({ [path]: act(before) }, kind)
    },
    [now, path, writeFiles],
  )
  const place = useCallback(
    (act: (places: Places) => Places, kind = '') => {
      const file = now.current[LAYOUT]
      const known = placesIn(file, scenario)
      const good = sceneOf(now.current[path] ?? '')
      const whole = { ...known, steps: good === null ? known.steps : placed(good, known) }
      writeFiles({ [LAYOUT]: withPlaces(file, scenario, act(whole)) }, kind)
    },
    [now, path, scenario, writeFiles],
  )
  const { data: notes = NO_NOTES } = useNotes({ playbook, scenario })
  const notesOf = useCallback((id: string) => aboutStep(notes, { playbook, scenario, step: id }).length, [notes, playbook, scenario])
  const findingsOf = useCallback((id: string) => byStep.get(id) ?? NONE, [byStep])
  if (text === undefined) return null
  return {
    playbook,
    scenario,
    path,
    texts,
    text,
    scene,
    slip,
    places,
    comments: kept.comments,
    glossary,
    picked,
    pick,
    write,
    place,
    writeFiles,
    undo: files.undo,
    redo: files.redo,
    findings,
    findingsOf,
    notes,
    notesOf,
  }
}

const NONE: readonly Finding[] = []
const NO_NOTES: readonly ShownNote[] = []
const LAST_GOOD = 'dajeong:last-good:'

/** The scene of the last text without mistakes; it outlives a reload of the page. */
function useLastGood(name: string, text: string | undefined): [Scene | null, Slip | null] {
  const good = useRef<{ text: string; scene: Scene } | null>(null)
  return useMemo(() => {
    if (text === undefined) return [null, null]
    const [scene, slip] = drawn(text)
    if (scene !== null) {
      good.current = { text, scene }
      keep(LAST_GOOD + name, text)
      return [scene, null]
    }
    const before = good.current?.scene ?? sceneOf(window.sessionStorage.getItem(LAST_GOOD + name) ?? '[')
    return [before, slip]
  }, [name, text])
}

function keep(place: string, text: string): void {
  try {
    window.sessionStorage.setItem(place, text)
  } catch {
    // Without room for it a reload shows the text alone.
  }
}

function useFiles(playbook: string, texts: Texts, path: string) {
  const { save } = useSaveFile(playbook)
  const now = useRef(texts)
  now.current = texts
  const [history, setHistory] = useState<History | null>(null)
  useEffect(() => setHistory(null), [path])
  const send = useCallback(
    (wanted: Kept) => {
      for (const [file, text] of Object.entries(wanted)) {
        if ((now.current[file] ?? null) === text) continue
        const next = { ...now.current, [file]: text }
        if (text === null) delete next[file]
        now.current = next as Texts
        save(file, text)
      }
    },
    [save],
  )
  const writeFiles = useCallback(
    (wanted: Kept, kind = '') => {
      const before = pick(now.current, { ...wanted, [path]: null, [LAYOUT]: null })
      send(wanted)
      setHistory((known) => change(caughtUp(known, before), { ...before, ...wanted }, kind))
    },
    [path, send],
  )
  const step = (turn: (history: History) => History) => () => {
    if (history === null) return
    const turned = turn(caughtUp(history, pick(now.current, history.now)))
    setHistory(turned)
    send(turned.now)
  }
  return {
    now,
    writeFiles,
    undo: history !== null && history.past.length > 0 ? step(undo) : undefined,
    redo: history !== null && history.future.length > 0 ? step(redo) : undefined,
  }
}

/** What somebody else wrote meanwhile is a change of its own. */
function caughtUp(history: History | null, now: Kept): History {
  return history === null ? begin(now) : change(history, { ...history.now, ...now })
}

function pick(texts: Texts, names: Kept): Kept {
  return Object.fromEntries(Object.keys(names).map((name) => [name, texts[name] ?? null]))
}

function perStep(findings: readonly Finding[], scene: Scene | null): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>()
  for (const each of findings) {
    const at = each.where.indexOf('steps')
    const index = at >= 0 ? each.where[at + 1] : undefined
    const step = scene?.steps.find((one) => one.index === Number(index))
    if (step !== undefined && index !== undefined) found.set(step.id, [...(found.get(step.id) ?? []), each])
  }
  return found
}
