/** The words that are no scenario's own: what comes with the product, and what the team says instead. */

import '../scenarios/panel/panel.css'
import './lines.css'

import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

import { api, data } from '../../api/client'
import { useDraft } from '../../draft/draft'
import { type Edits, useEdits } from '../../edits/edits'
import { EditHead } from '../../edits/head'
import { Failed } from '../../frame/states'
import { useOwnWords, useTitle, useWords } from '../../words/words'
import { PERSONA, personaOf } from '../persona/persona_file'
import { GROUPS, type Line, LINES, matches, ownLines } from './lines_file'
import { OneLine } from './one_line'
import { en } from './words.en'
import { ko } from './words.ko'

export function LinesPage() {
  const own = useOwnWords({ ko, en })
  const { playbook = '' } = useParams({ strict: false }) as { playbook?: string }
  const { draft, error, refetch } = useDraft(playbook)
  const edits = useEdits(playbook)
  useTitle(own.title)
  if (error && !draft) return <Failed problem={error} again={() => void refetch()} />
  return (
    <div className="wide-page everyday">
      <EditHead title={own.title} lead={own.lead} playbook={playbook} section="lines" edits={edits} />
      {draft ? <Lines key={playbook} playbook={playbook} edits={edits} spoken={draft.language} /> : <Skeleton h={480} radius="lg" />}
    </div>
  )
}

function Lines({ playbook, edits, spoken }: { playbook: string; edits: Edits; spoken: 'ko' | 'en' }) {
  const own = useOwnWords({ ko, en })
  const { language } = useWords()
  const level = personaOf(edits.texts[PERSONA] ?? '').speech_level
  const { data: usual, error, refetch } = useQuery({
    queryKey: ['lines', spoken, level, language],
    queryFn: async ({ signal }) => data(await api.GET('/api/studio/lines', { params: { query: { language: spoken, level } }, signal })).lines,
    staleTime: Infinity,
  })
  const [sought, seek] = useState('')
  const [onlyOurs, setOnlyOurs] = useState(false)
  useArrival(usual !== undefined)
  if (error && !usual) return <Failed problem={error} again={() => void refetch()} />
  if (!usual) return <Skeleton h={480} radius="lg" />
  const written = ownLines(edits.texts[LINES])
  const ours = usual.filter(({ name }) => name in written).length
  const shown = usual.filter((line) => (!onlyOurs || line.name in written) && matches(line, written[line.name], sought))
  return (
    <>
      <div className="lines-tools">
        <input type="search" className="typed" aria-label={own.find} placeholder={own.find} value={sought} onChange={(event) => seek(event.currentTarget.value)} />
        <label>
          <input type="checkbox" checked={onlyOurs} disabled={ours === 0 && !onlyOurs} onChange={(event) => setOnlyOurs(event.currentTarget.checked)} />
          {own.onlyOurs(ours)}
        </label>
      </div>
      {shown.length === 0 && <p role="status">{own.none}</p>}
      {GROUPS.map((group) => {
        const lines = shown.filter((line) => line.group === group)
        return lines.length > 0 && <OfGroup key={group} group={group} lines={lines} playbook={playbook} edits={edits} />
      })}
    </>
  )
}

function OfGroup({ group, lines, playbook, edits }: { group: Line['group']; lines: readonly Line[]; playbook: string; edits: Edits }) {
  const own = useOwnWords({ ko, en })
  const written = ownLines(edits.texts[LINES])
  return (
    <section className="lines-group" aria-labelledby={`lines-${group}`}>
      <h2 id={`lines-${group}`}>{own.groups[group].name}</h2>
      <p className="hint">{own.groups[group].about}</p>
      {lines.map((line) => (
        <OneLine key={line.name} line={line} value={written[line.name]} playbook={playbook} edits={edits} />
      ))}
    </section>
  )
}

/** Who comes from a reply finds the line it spoke open and in sight: /lines#not_understood. */
function useArrival(ready: boolean) {
  useEffect(() => {
    const place = ready && window.location.hash ? document.getElementById(decodeURIComponent(window.location.hash.slice(1))) : null
    if (!(place instanceof HTMLDetailsElement)) return
    place.open = true
    place.scrollIntoView({ block: 'center' })
    place.querySelector('summary')?.focus({ preventScroll: true })
  }, [ready])
}
