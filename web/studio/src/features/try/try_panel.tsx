/** Trying the draft: the customer's words and the draft's answers, each with its why, beside whatever is being edited. */

import './try.css'
import '../conversations/conversation.css'

import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

import { Failed } from '../../frame/states'
import { useOwnWords } from '../../words/words'
import { Composer } from './composer'
import { Feelings } from './feelings'
import { Keep } from './keep'
import { type Line, useLines } from './lines'
import { MoodLine } from './mood_line'
import { type Over, type Tried, useDraftToTry, useRewritten, useTry } from './play'
import { Standing } from './standing'
import { Stories, StoriesLine } from './stories'
import { System } from './system'
import { Talk } from './talk'
import { en } from './words.en'
import { ko } from './words.ko'

export interface TryPanelGiven {
  playbook: string
  /** Texts that are not saved yet, laid over the draft. */
  files?: Over
  /** Told which step the try reached, and which one of the talk is pointed at. */
  onStep?: (scenario: string, step: string) => void
  /** A page of its own: what it knows stands beside the talk. */
  wide?: boolean
}

export function TryPanel({ playbook, files, onStep, wide = false }: TryPanelGiven) {
  const own = useOwnWords({ ko, en })
  const talk = useLines(playbook)
  const draft = useDraftToTry(playbook, files)
  const found = useTry(playbook, draft, talk)
  const rewritten = useRewritten(found.shown)
  const [comparing, setComparing] = useState(false)
  const [asking, setAsking] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { shown } = found
  const tried = shown?.tried
  useReached(tried, onStep)

  if (draft.error && !draft.ready) return <Failed problem={draft.error} again={() => void draft.refetch()} />

  const add = (line: Line) => {
    talk.add(line)
    field.current?.focus()
  }
  const takeBack = () => {
    const last = talk.lines.at(-1)
    if (last && 'say' in last && !typed) setTyped(last.say)
    talk.cut(talk.lines.length - 1)
    field.current?.focus()
  }
  return (
    <div className={`try${wide ? ' wide' : ''}`}>
      <div className="try-talk">
        <div className="try-bar">
          <Button size="compact-sm" variant="default" disabled={!talk.lines.length} onClick={takeBack}>
            {own.back}
          </Button>
          <Button size="compact-sm" variant="default" disabled={!talk.lines.length} onClick={talk.restart}>
            {own.again}
          </Button>
          {talk.bringBack && (
            <Button size="compact-sm" variant="subtle" onClick={talk.bringBack}>
              {own.bringBack}
            </Button>
          )}
          <span className="grow" />
          <Keep playbook={playbook} draft={draft} script={talk} tried={tried} />
        </div>
        {!wide && tried && tried.mood.length > 0 && <MoodLine mood={tried.mood} />}
        <Broken findings={found.findings} whole={found.data !== undefined && found.data.tried === null} />
        <Talk
          playbook={playbook}
          lines={talk.lines}
          shown={shown}
          waiting={found.isFetching}
          problem={found.isError ? found.error : undefined}
          again={() => void found.refetch()}
          rewritten={rewritten}
          suppose={talk.suppose}
          press={(press, label) => add({ press, label })}
          say={(say) => add({ say })}
          cut={talk.cut}
          compare={() => setComparing(true)}
          systems={talk.systems}
          ask={setAsking}
          onStep={onStep}
        />
        <Composer
          field={field}
          typed={typed}
          type={setTyped}
          lines={talk.lines}
          over={tried?.came.length === talk.lines.length && (tried.came.at(-1)?.closed ?? false)}
          add={add}
          takeBack={takeBack}
        />
      </div>
      {!wide && <StoriesLine playbook={playbook} draft={draft} />}
      {wide && (
        <div className="try-aside">
          <Standing playbook={playbook} tried={tried} />
          <Stories playbook={playbook} draft={draft} tried={tried} play={talk.take} />
        </div>
      )}
      {asking && tried?.actions?.[asking] && (
        <System
          action={tried.actions[asking]}
          given={talk.systems[asking]}
          close={() => setAsking(null)}
          answer={(given) => {
            talk.answer(asking, given)
            setAsking(null)
          }}
        />
      )}
      {comparing && (
        <Feelings
          playbook={playbook}
          draft={draft}
          script={talk}
          close={() => setComparing(false)}
          takeOn={(n, felt) => {
            talk.suppose(n, felt)
            setComparing(false)
          }}
        />
      )}
    </div>
  )
}

/** Tells where the try stands, whenever it gets somewhere else. */
function useReached(tried: Tried | null | undefined, onStep: TryPanelGiven['onStep']) {
  const tell = useRef(onStep)
  useEffect(() => {
    tell.current = onStep
  })
  const last = tried?.came.at(-1)
  const place = last?.stands_at ?? last?.steps.at(-1)
  useEffect(() => {
    if (place) tell.current?.(place.scenario, place.step)
  }, [place?.scenario, place?.step])
}

function Broken({ findings, whole }: { findings: ReturnType<typeof useTry>['findings']; whole: boolean }) {
  const own = useOwnWords({ ko, en })
  if (!findings.length) return null
  const [first] = findings
  return (
    <div className="try-broken" role="status">
      {whole && (
        <p>
          <b>{own.broken(findings.length)}</b> {own.brokenBody}
        </p>
      )}
      {first && (
        <p>
          {first.message} {first.fix} <span className="soft">{own.where(first.file, first.line)}</span>
        </p>
      )}
    </div>
  )
}
