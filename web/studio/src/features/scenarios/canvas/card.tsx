/** A step on the canvas: its kind, its words, and a row for every way out. */

import { Handle, type NodeProps, Position } from '@xyflow/react'
import { createContext, memo, useContext } from 'react'

import { HEAD } from '../../../scene/sizes'
import { useOwnWords } from '../../../words/words'
import { NotesIcon } from '../../notes/icon'
import { HeatFlag } from '../../rehearsals/heat_flag'
import { depthOf, useHeat } from '../../rehearsals/heat_of'
import { KindIcon } from '../icons'
import { en } from '../words.en'
import { ko } from '../words.ko'
import { type Card, exitTop } from './cards'

/** Whether the picture is seen from so far off that nobody could read words. */
export const FromFar = createContext(false)

export const StepCard = memo(function StepCard({ id, data, selected }: NodeProps<Card>) {
  const own = useOwnWords({ ko, en })
  const far = useContext(FromFar)
  const heat = useHeat(id)
  const state = [heat && `heat-${heat.warmth}`, selected && 'picked', data.lit && 'lit', data.dimmed && 'dimmed'].filter(Boolean).join(' ')
  if (far) return <div className={`step-card far kind-${data.kind} ${state}`} style={depthOf(heat)} />
  return (
    <div className={`step-card kind-${data.kind} ${state}`} style={depthOf(heat)}>
      <Handle id="in" type="target" position={Position.Left} style={{ top: HEAD / 2 }} />
      <div className="step-head">
        <KindIcon kind={data.kind} size={16} />
        <b>{data.title}</b>
        {data.first && <span className="step-first">{own.card.first}</span>}
        {heat && <HeatFlag heat={heat} />}
        {data.notes > 0 && <span className="step-flag note" title={own.card.notes(data.notes)}><NotesIcon size={11} /> {data.notes}</span>}
        {data.errors > 0 && <span className="step-flag error" title={own.card.errors(data.errors)}>{data.errors}</span>}
        {data.warnings > 0 && <span className="step-flag warning" title={own.card.warnings(data.warnings)}>{data.warnings}</span>}
      </div>
      {data.goesOn && <Handle id="next" type="source" position={Position.Right} style={{ top: HEAD / 2 }} />}
      {data.lines > 0 && (
        <p className="step-said" style={{ WebkitLineClamp: data.lines }}>
          {data.said === '' ? own.card.quiet[data.kind as 'say'] : data.said}
        </p>
      )}
      {data.rows.map((row) => (
        <div key={row.port} className={`step-row${row.open ? ' open' : ''}`} title={row.words}>
          {row.words}
        </div>
      ))}
      {data.rows.map((row, at) => (
        <Handle key={row.port} id={row.port} type="source" position={Position.Right} style={{ top: exitTop(data, at) }} />
      ))}
    </div>
  )
})
