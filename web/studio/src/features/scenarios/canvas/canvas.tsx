/** A scenario as a picture: steps to drag and to connect, ways to put steps on. The lists of steps and ways do the same by keyboard. */

import '@xyflow/react/dist/base.css'
import './canvas.css'

import { applyNodeChanges, type Connection, Controls, type EdgeChange } from '@xyflow/react'
import { type NodeChange, ReactFlow, type ReactFlowInstance } from '@xyflow/react'
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { connect } from '../../../scene/edits'
import type { Port } from '../../../scene/scene'
import { useOwnWords } from '../../../words/words'
import type { Desk } from '../desk'
import { en } from '../words.en'
import { ko } from '../words.ko'
import { FromFar, StepCard } from './card'
import { type Card, cardsOf, type CommentCard as CommentNode, type Line, linesOf, standing } from './cards'
import { CommentCard } from './comment'
import { curvesOf, labelsOf, nearest } from './curves'
import { Dots } from './dots'
import { Overview } from './overview'
import { WayLine } from './way'
import { Ways } from './ways'

const NODES = { step: StepCard, comment: CommentCard }
const EDGES = { way: WayLine }
const FAR = 0.3
// How near to a way the pointer is on it, in pixels of the screen.
const REACH = 9

/** A place on a way, or where a line was dropped, at which a step is wanted. */
export interface Wanted {
  /** The way; without one the step comes behind the picked one. */
  on: { from: string; port: Port } | null
  x: number
  y: number
  /** Dropped on the empty canvas: the step stands there, not where it finds room. */
  here: boolean
}

export interface CanvasGiven {
  desk: Desk
  lit: string | null
  found: ReadonlySet<string> | null
  want: (wanted: Wanted) => void
  /** The way that is chosen, and whether by keyboard. */
  chosen: string | null
  walked: boolean
  choose: (way: string | null) => void
  onReady: (flow: ReactFlowInstance<Card | CommentNode, Line>) => void
}

export function Canvas({ desk, lit, found, want, chosen, walked, choose, onReady }: CanvasGiven) {
  const own = useOwnWords({ ko, en })
  const [cards, setCards] = useState<(Card | CommentNode)[]>([])
  const lines = useRef<Line[]>([])
  const canvas = useRef<HTMLDivElement>(null)
  const { scene, places, comments, picked, glossary, findingsOf, notesOf, slip } = desk
  useEffect(() => {
    if (scene === null) return
    setCards((before) => cardsOf({ scene, places, comments, picked, glossary, findingsOf, notesOf, lit, found, own }, before))
  }, [scene, places, comments, picked, glossary, findingsOf, notesOf, lit, found, own])
  const all = useMemo(() => {
    lines.current = scene === null ? [] : linesOf(scene, own, glossary, lines.current)
    return lines.current
  }, [scene, own, glossary])
  const spoken = useMemo(
    () => ({
      'controls.ariaLabel': own.canvas.controls,
      'controls.zoomIn.ariaLabel': own.canvas.zoomIn,
      'controls.zoomOut.ariaLabel': own.canvas.zoomOut,
      'controls.fitView.ariaLabel': own.canvas.fitView,
      'handle.ariaLabel': own.canvas.handle,
    }),
    [own],
  )
  const flow = useRef<ReactFlowInstance<Card | CommentNode, Line> | null>(null)
  const [far, setFar] = useState(false)
  const [under, setUnder] = useState<string | null>(null)
  const curves = useMemo(() => curvesOf(all, cards), [all, cards])
  const labels = useMemo(() => (far ? [] : labelsOf(curves, cards)), [curves, cards, far])
  // One way at most is a thing of its own: the one that is pointed at, else the chosen one.
  const live = under ?? chosen
  const edges = useMemo<Line[]>(
    () => all.filter((each) => each.id === live).map((each) => ({ ...each, selected: each.id === chosen, className: walked && each.id === chosen ? 'walked' : undefined })),
    [all, live, chosen, walked],
  )
  const wayAt = useCallback(
    ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      if (flow.current === null) return null
      const { x, y } = flow.current.screenToFlowPosition({ x: clientX, y: clientY })
      return nearest(curves, x, y, REACH / flow.current.getZoom())?.id ?? null
    },
    [curves],
  )
  const pointed = (event: MouseEvent) => {
    const target = event.target as Element
    if (event.buttons !== 0 || target.closest('.react-flow__edge, .react-flow__edgeupdater') !== null) return
    setUnder(target.closest('.react-flow__node, .react-flow__panel') === null ? wayAt(event) : null)
  }

  const moved = (changes: NodeChange<Card | CommentNode>[]) => {
    setCards((before) => applyNodeChanges(changes, before).map(standing))
    const selects = changes.filter((change) => change.type === 'select')
    if (selects.length === 0) return
    const after = applyNodeChanges(selects, cards).filter((each) => each.selected)
    desk.pick(after.map((each) => each.id))
  }
  const lead = ({ source, sourceHandle, target }: Connection) => {
    if (sourceHandle !== null && source !== target) desk.write((text) => connect(text, source, sourceHandle as Port, target))
  }
  const clicked = (event: MouseEvent, line: Line) => {
    const plus = (event.target as Element).closest('.way-add')
    if (plus === null || slip !== null) return
    want({ on: { from: line.source, port: line.sourceHandle as Port }, x: event.clientX, y: event.clientY, here: false })
  }
  return (
    <FromFar value={far}>
      <ReactFlow
        ref={canvas}
        className="canvas"
        aria-label={own.canvas.label}
        nodes={cards}
        edges={edges}
        nodeTypes={NODES}
        edgeTypes={EDGES}
        onInit={(ready) => {
          flow.current = ready
          onReady(ready)
        }}
        onMouseMove={pointed}
        onMouseLeave={() => setUnder(null)}
        onNodesChange={moved}
        onEdgesChange={(changes: EdgeChange<Line>[]) => {
          for (const change of changes) if (change.type === 'select') choose(change.selected ? change.id : null)
        }}
        onNodeDragStop={(_, __, dragged) =>
          desk.place((kept) => ({
            steps: { ...kept.steps, ...Object.fromEntries(dragged.filter((each) => each.type === 'step').map((each) => [each.id, each.position])) },
            comments: kept.comments.map((each) => ({ ...each, ...dragged.find((one) => one.id === `comment:${each.id}`)?.position })),
          }))
        }
        onConnect={lead}
        onReconnect={(line, to) => desk.write((text) => connect(text, line.source, line.sourceHandle as Port, to.target))}
        onConnectEnd={(event, state) => {
          if (state.toNode !== null || state.fromHandle?.type !== 'source' || !('clientX' in event)) return
          want({ on: { from: state.fromHandle.nodeId, port: state.fromHandle.id as Port }, x: event.clientX, y: event.clientY, here: true })
        }}
        onEdgeClick={clicked}
        // While it is panned the picture is a layer of its own, which need not be painted again for every frame.
        onMoveStart={() => canvas.current?.classList.add('moving')}
        // From far off nobody reads words: only the cards are drawn.
        onMove={(_, { zoom }) => {
          setFar(zoom < FAR)
          canvas.current?.classList.toggle('far', zoom < FAR)
        }}
        onMoveEnd={() => canvas.current?.classList.remove('moving')}
        onPaneClick={(event) => choose(wayAt(event))}
        isValidConnection={({ source, target }) => source !== target}
        nodesDraggable={slip === null}
        nodesConnectable={slip === null}
        edgesReconnectable={slip === null}
        // The list of steps and that of a step's ways are the keyboard's way through them.
        nodesFocusable={false}
        edgesFocusable={false}
        deleteKeyCode={null}
        minZoom={0.03}
        maxZoom={1.6}
        // All of the small ones are there at once; of those to be read only what is seen.
        onlyRenderVisibleElements={!far && cards.length > 60}
        ariaLabelConfig={spoken}
        proOptions={{ hideAttribution: true }}
      >
        {!far && <Dots />}
        <Controls showInteractive={false} position="bottom-left" />
        <Overview label={own.canvas.map} cards={cards} />
        <Ways curves={curves} labels={labels} live={live} />
      </ReactFlow>
    </FromFar>
  )
}
