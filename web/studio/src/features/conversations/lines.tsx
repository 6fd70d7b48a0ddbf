/** The transcript, line by line, with what happened between the lines. */

import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'

import type { components } from '../../../../shared/api.generated'
import { useNames } from '../../words/named'
import { clock } from '../../words/times'
import { useWords } from '../../words/words'
import { useVersionNames } from '../versions/names'
import { goTo } from './course'
import { Heard } from './heard'
import { Why } from './why'

type Transcript = components['schemas']['Transcript']
type Line = Transcript['lines'][number]

export function Lines({ transcript }: { transcript: Transcript }) {
  // A link may lead to one line, which is here only now.
  const sought = useLocation({ select: ({ hash }) => /^line-(\d+)$/.exec(hash)?.[1] })
  useEffect(() => {
    if (sought) goTo(Number(sought))
  }, [sought])
  return (
    <ol className="lines">
      {transcript.lines.map((line) => (
        <One key={line.version} line={line} transcript={transcript} />
      ))}
    </ol>
  )
}

function One({ line, transcript }: { line: Line; transcript: Transcript }) {
  const { words, language } = useWords()
  const said = useSaid(transcript.summary.playbook)
  const at = clock(new Date(line.at), language)
  if (line.by === 'customer') return <Heard line={line} transcript={transcript} />
  if (line.by === 'assistant' || line.by === 'teammate')
    return (
      <li id={`line-${line.version}`} tabIndex={-1} className="line ours">
        <span className="soft who">
          {line.by === 'teammate' ? line.teammate : line.reply.persona || words.read.assistant} · {at}
        </span>
        <div className="bubble">
          {(line.by === 'teammate' ? line.text : line.reply.text) || <span className="soft">{words.list.blank}</span>}
        </div>
        {line.by === 'assistant' && <Why line={line} playbook={transcript.summary.playbook} />}
      </li>
    )
  const text = said(line)
  return text ? <li className="between soft">{text}</li> : null
}

/** What happened between the lines, in words; what only we need to know is left out. */
function useSaid(playbook: string) {
  const { words } = useWords()
  const names = useNames()
  const called = useVersionNames(playbook)
  return (line: Exclude<Line, { by: 'customer' | 'assistant' | 'teammate' }>): string => {
    if (line.by === 'action') {
      const name = names.action(playbook, line.action)
      return line.problem ? words.read.actionFailed(name) : words.read.action(name)
    }
    const event = line.event
    switch (event.kind) {
      case 'scenario_entered':
        return words.read.entered(names.scenario(playbook, event.scenario))
      case 'scenario_left':
        return words.read.leftScenario(names.scenario(playbook, event.scenario), words.outcome[event.outcome])
      case 'handoff_requested':
        return words.read.handoff
      case 'holder_changed':
        return words.read.held[event.holder]
      case 'time_passed':
        return event.why === 'silence' ? words.read.silence : ''
      case 'survey_answered':
        return words.read.survey(event.score)
      case 'conversation_closed':
        return words.read.closed[event.reason]
      case 'playbook_changed':
        return words.read.changed(called(event.playbook_version))
      case 'version_assigned':
        return words.read.assigned(called(event.version))
      case 'customer_forgotten':
        return words.read.forgotten
      default:
        return ''
    }
  }
}
