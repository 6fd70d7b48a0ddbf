/** The desk as it is seen: head, tools, list, canvas and what stands beside it. */

import type { ReactFlowInstance } from '@xyflow/react'
import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'

import { EditHead } from '../../edits/head'
import type { Wanted as WantedQuestion } from '../../scene/question'
import { WIDTH } from '../../scene/sizes'
import { titleOf } from '../../scene/step_label'
import { useOwnWords } from '../../words/words'
import { useReachedStep } from '../try/reached'
import { actsOf, foundIn } from './acts'
import { useAim } from './aim'
import { AskAction } from './ask_action'
import { AskSlot } from './ask_slot'
import { Canvas, type Wanted } from './canvas/canvas'
import { type Card, commentId, type CommentCard, exitInWords, type Line } from './canvas/cards'
import { WayBar } from './canvas/way_bar'
import { ConnectStep } from './connect_step'
import type { Desk } from './desk'
import { keyAct } from './desk_keys'
import { KeysList } from './keys_list'
import { KindMenu } from './kind_menu'
import { CommentPanel } from './panel/comment_panel'
import { ScenarioPanel } from './panel/scenario_panel'
import { StepPanel } from './panel/step_panel'
import { StepsList } from './steps_list'
import { Tabs } from './tabs'
import { Tools } from './tools'
import { useWalk } from './walking'
import { en } from './words.en'
import { ko } from './words.ko'
import { YamlPane } from './yaml_pane'

const READABLE = 0.55
const START_ZOOM = 0.72
// From how far both ends of a way are looked at, and how much of the canvas its words cover above.
const FARTHEST = 0.35
const BAR = 100

type Side = 'step' | 'text'
type Part = 'list' | 'canvas' | 'side'

export function DeskView({ desk }: { desk: Desk }) {
  const own = useOwnWords({ ko, en })
  const [side, setSide] = useState<Side>('step')
  const [line, setLine] = useState<number | null>(null)
  const [part, setPart] = useState<Part>('canvas')
  const [searched, setSearched] = useState('')
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [asking, setAsking] = useState<string | null>(null)
  const [question, setQuestion] = useState<WantedQuestion | null>(null)
  const [keys, setKeys] = useState(false)
  const flow = useRef<ReactFlowInstance<Card | CommentCard, Line> | null>(null)
  const reached = useReachedStep(desk.playbook)
  const lit = reached?.scenario === desk.scenario ? reached.step : null
  const acts = actsOf(desk, own)
  const wish = useDeferredValue(searched)
  const found = useMemo(
    () =>
      foundIn(desk.scene, wish, (step) => [
        titleOf(step, own, desk.glossary),
        ...(desk.scene?.ways ?? []).filter((way) => way.from === step.id && way.when !== undefined).map((way) => exitInWords(way, own, desk.glossary)),
      ]),
    [desk.scene, wish, own, desk.glossary],
  )
  const show = useCallback((id: string) => {
    const card = flow.current?.getNode(id)
    if (card === undefined || flow.current === null || !seen()) return
    const { x, y } = card.position
    void flow.current.setCenter(x + WIDTH / 2, y + (card.height ?? 80) / 2, { zoom: Math.max(0.7, Math.min(1, flow.current.getZoom())), duration: calm() ? 0 : 180 })
  }, [])
  useEffect(() => {
    if (lit !== null) show(lit)
  }, [lit, show])
  const only = desk.picked.length === 1 ? desk.picked[0] : undefined
  const place = only === undefined ? undefined : desk.places[only]
  useEffect(() => {
    // What was just added, brought back or picked in another part is seen; a step in sight stays where it is.
    if (only === undefined || place === undefined || flow.current === null || inSight(flow.current, place)) return
    const later = requestAnimationFrame(() => show(only))
    return () => cancelAnimationFrame(later)
  }, [only, place, show, part])
  const aimed = useAim(desk)
  const aim: typeof aimed = (at) => {
    // On a narrow page one part is seen at a time.
    setPart(at.to === 'step' ? 'list' : at.to === 'way' ? 'canvas' : 'side')
    if (at.to === 'form') setSide('step')
    if (at.to === 'step' && at.id !== undefined && found?.has(at.id) === false) setSearched('')
    aimed(at)
  }
  const walking = useWalk({ desk, own, aim, want: setWanted, showWay: (ends) => flow.current !== null && showBoth(flow.current, ends) })
  const { walk, chosen } = walking
  const added = (byKeys: boolean) => byKeys && aim({ to: 'form' })
  /** Takes what is picked away; the keyboard goes on with what stood behind it. */
  const removePicked = () => {
    const ids = [...(desk.scene?.byId.keys() ?? []), ...desk.comments.map((each) => commentId(each.id))]
    const kept = ids.filter((id) => !desk.picked.includes(id))
    const next = ids.slice(ids.findLastIndex((id) => desk.picked.includes(id)) + 1)[0] ?? kept.at(-1)
    if (kept.length === ids.length) return
    acts.remove()
    if (next === undefined || !kept.includes(next)) return
    desk.pick([next])
    aim({ to: 'step', id: next })
  }
  const pressed = (event: KeyboardEvent) => {
    const act = keyAct(event, { desk, acts, removePicked, dropChosen: chosen === null ? undefined : walking.dropChosen, back: () => aim({ to: walk === null ? 'step' : 'way' }), showKeys: () => setKeys(true) })
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const step = desk.picked.length === 1 ? desk.scene?.byId.get(desk.picked[0] as string) : undefined
  const comment = desk.comments.find((each) => commentId(each.id) === desk.picked[0])
  const edits = { texts: desk.texts, write: () => undefined, undo: desk.undo, redo: desk.redo }
  return (
    <>
      <EditHead title={desk.scene?.title || desk.scenario} lead={own.page.lead} playbook={desk.playbook} section="scenarios" edits={edits} />
      <Tools desk={desk} acts={acts} searched={searched} search={setSearched} found={found} show={show} centre={() => centreOf(flow.current)} added={added} toFound={() => (found === null || found.size > 0) && aim({ to: 'step', id: found === null ? undefined : [...found][0] })} showKeys={() => setKeys(true)} />
      <div className="parts-of-desk">
        <Tabs
          label={own.page.parts}
          value={part}
          choose={setPart}
          tabs={[
            ['list', own.page.list],
            ['canvas', own.page.canvas],
            ['side', own.page.side],
          ]}
        />
      </div>
      <div className={`desk-parts part-${part}`} onKeyDown={pressed}>
        <nav className="desk-list" aria-label={own.list.label}>
          <StepsList desk={desk} found={found} show={show} on={walking.ofSteps} />
        </nav>
        <div className={`desk-canvas${desk.slip === null ? '' : ' held'}`} role="group" aria-label={own.canvas.label} tabIndex={-1}>
          {desk.scene === null ? (
            <p className="soft">{own.page.noPicture}</p>
          ) : (
            <Canvas desk={desk} lit={lit} found={found} want={setWanted} chosen={chosen} walked={walk !== null} choose={walking.choose} onReady={(ready) => {
                flow.current = ready
                lookAtStart(ready, desk)
              }} />
          )}
          {walk !== null && <WayBar desk={desk} walk={walk} acts={walking.ofWays} />}
          <div className="desk-said" role="status">
            {walking.said}
          </div>
        </div>
        <aside className="desk-side" aria-label={own.page.side}>
          <Tabs
            label={own.page.side}
            value={side}
            choose={(side) => {
              setLine(null)
              setSide(side)
            }}
            tabs={[
              ['step', own.page.form],
              ['text', own.page.text],
            ]}
          />
          {side === 'text' ? (
            <YamlPane desk={desk} line={line} />
          ) : step !== undefined ? (
            <StepPanel
              key={step.id}
              desk={desk}
              step={step}
              showLine={(line) => {
                setLine(line)
                setSide('text')
              }}
              askAction={(name = '') => setAsking(name)}
              askSlot={setQuestion}
              remove={removePicked}
            />
          ) : comment !== undefined ? (
            <CommentPanel key={comment.id} desk={desk} comment={comment} remove={removePicked} />
          ) : (
            <ScenarioPanel desk={desk} />
          )}
        </aside>
      </div>
      {wanted !== null && (
        <KindMenu
          at={wanted}
          close={() => setWanted(null)}
          choose={(kind, byKeys) => {
            acts.add(kind, wanted.on, wanted.here ? flow.current?.screenToFlowPosition(wanted) : undefined)
            setWanted(null)
            added(byKeys)
          }}
        />
      )}
      <ConnectStep desk={desk} loose={walking.loose} close={walking.stopConnecting} say={walking.say} />
      <KeysList opened={keys} close={() => setKeys(false)} />
      <AskAction name={asking} close={() => setAsking(null)} taken={desk.glossary.actions.map((each) => each.name)} ask={acts.askAction} />
      <AskSlot wanted={question} close={() => setQuestion(null)} taken={desk.glossary.slots.map((each) => each.name)} ask={acts.askSlot} />
    </>
  )
}

/** The whole when it can be read, else its beginning. */
function lookAtStart(flow: ReactFlowInstance<Card | CommentCard, Line>, desk: Desk): void {
  const first = desk.places[desk.scene?.steps[0]?.id ?? '']
  const box = document.querySelector('.desk-canvas')?.getBoundingClientRect()
  if (first === undefined || box === undefined) return
  const all = Object.values(desk.places)
  const width = Math.max(...all.map((each) => each.x)) - Math.min(...all.map((each) => each.x)) + WIDTH
  const zoom = Math.min(1, (box.width - 48) / width)
  if (zoom < READABLE) void flow.setViewport({ x: 32 - first.x * START_ZOOM, y: box.height / 2 - (first.y + 60) * START_ZOOM, zoom: START_ZOOM })
  else void flow.fitView({ maxZoom: 1, padding: 0.08 })
}

function centreOf(flow: ReactFlowInstance<Card | CommentCard, Line> | null) {
  const box = document.querySelector('.desk-canvas')?.getBoundingClientRect()
  if (flow === null || box === undefined) return { x: 0, y: 0 }
  return flow.screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 2 })
}

function inSight(flow: ReactFlowInstance<Card | CommentCard, Line>, at: { x: number; y: number }): boolean {
  const box = document.querySelector('.desk-canvas')?.getBoundingClientRect()
  const { x, y } = flow.flowToScreenPosition({ x: at.x + 24, y: at.y + 12 })
  return box !== undefined && x > box.left && x < box.right - 60 && y > box.top && y < box.bottom - 30
}

/** Brings both ends of a way into sight, unless they are. */
function showBoth(flow: ReactFlowInstance<Card | CommentCard, Line>, ends: readonly string[]): void {
  const cards = ends.flatMap((id) => flow.getNode(id) ?? [])
  const box = document.querySelector('.desk-canvas')?.getBoundingClientRect()
  const seen = (x: number, y: number) => {
    const at = flow.flowToScreenPosition({ x, y })
    return box !== undefined && at.x > box.left && at.x < box.right && at.y > box.top + BAR && at.y < box.bottom
  }
  if (cards.every(({ position: { x, y }, height = 80 }) => seen(x, y) && seen(x + WIDTH, y + height))) return
  void flow.fitView({
    nodes: cards.map(({ id }) => ({ id })),
    padding: { x: '24px', top: `${BAR + 12}px`, bottom: '24px' },
    minZoom: FARTHEST,
    maxZoom: Math.max(READABLE, Math.min(1, flow.getZoom())),
    duration: calm() ? 0 : 180,
  })
}

/** On a narrow page the picture may be the part that is put away: it has no size to centre in. */
function seen(): boolean {
  return document.querySelector('.desk-canvas')?.clientWidth !== 0
}

function calm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
