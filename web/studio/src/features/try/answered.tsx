/** What came of a line: the draft's answers with place, moves and policy, what happened between, and the buttons. */

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { useNames } from '../../words/named'
import { useOwnWords, useWords } from '../../words/words'
import { Why } from '../conversations/why'
import type { Systems } from './lines'
import { type Came, type Reply, repliesOf, type Tried } from './play'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  playbook: string
  came: Came
  tried: Tried
  rewritten?: boolean
  press?: (value: string, label: string) => void
  waited?: boolean
  systems?: Systems
  ask?: (action: string) => void
  onStep?: (scenario: string, step: string) => void
}

export function Answered({ playbook, came, tried, rewritten = false, press, waited = false, systems = {}, ask, onStep }: Given) {
  const own = useOwnWords({ ko, en })
  const between = useBetween(tried)
  const choices = repliesOf(came).at(-1)?.choices ?? []
  const happened = came.lines.some((each) => each.by !== 'customer')
  return (
    <>
      {came.lines.map((line) => {
        if (line.by === 'assistant')
          return (
            <li key={line.version} className="line ours">
              {rewritten && <span className="try-rewritten">{own.changed}</span>}
              <div className="bubble">{line.reply.text}</div>
              {line.reply.purpose !== 'notice' && (
                <>
                  <Behind playbook={playbook} reply={line.reply} tried={tried} onStep={onStep} />
                  <Why line={line} playbook={playbook} />
                </>
              )}
            </li>
          )
        if (line.by === 'action')
          return <Asked key={line.version} line={line} tried={tried} otherwise={line.action in systems} ask={ask} />
        const text = line.by === 'nobody' ? between(line.event) : ''
        return text ? (
          <li key={line.version} className="between soft">
            {text}
          </li>
        ) : null
      })}
      {waited && !happened && <li className="between soft">{own.nothingCame}</li>}
      {press && choices.length > 0 && (
        <li className="line ours">
          <div className="try-choices" role="group" aria-label={own.choices}>
            {choices.map((each) => (
              <Button key={each.value} size="compact-sm" variant="default" radius="xl" onClick={() => press(each.value, each.label)}>
                {each.label}
              </Button>
            ))}
          </div>
        </li>
      )}
    </>
  )
}

/** The shortest why: where it was said, in which moves, by which policy. */
export function Behind({ playbook, reply, tried, onStep }: Pick<Given, 'playbook' | 'onStep'> & { reply: Reply; tried: Pick<Tried, 'scenarios'> }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const names = useNames()
  const { scenario, step } = reply
  const title = scenario ? (tried.scenarios?.[scenario] ?? scenario) : ''
  return (
    <div className="try-behind">
      {scenario && step && onStep ? (
        <button className="quiet" onClick={() => onStep(scenario, step)} title={own.show(title)}>
          {title}
        </button>
      ) : (
        scenario &&
        step && (
          <Link className="quiet" to="/playbooks/$playbook/scenarios/$scenario" params={{ playbook, scenario }} search={{ step }} title={own.show(title)}>
            {title}
          </Link>
        )
      )}
      {reply.moves.length > 0 && (
        <ol className="moves">
          {reply.moves.map((move, n) => (
            <li key={n}>{words.move[move]}</li>
          ))}
        </ol>
      )}
      <span className="soft">{reply.policy ? own.policy(names.policy(playbook, reply.policy)) : own.noPolicy}</span>
    </div>
  )
}

/** A business system that was asked on the stage, and the way to have it answer otherwise. */
function Asked({ line, tried, otherwise, ask }: { line: Extract<Line, { by: 'action' }>; tried: Tried; otherwise: boolean; ask: Given['ask'] }) {
  const own = useOwnWords({ ko, en })
  const title = tried.actions?.[line.action]?.title || line.action
  return (
    <li className="between soft">
      <span>
        {line.problem ? own.actionFailed(title) : otherwise ? own.actionOtherwise(title) : own.action(title)}{' '}
        {ask && tried.actions?.[line.action] && (
          <button className="quiet" onClick={() => ask(line.action)}>
            {own.askOtherwise}
          </button>
        )}
      </span>
    </li>
  )
}

type Line = Came['lines'][number]

function useBetween(tried: Tried) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const name = (id: string) => tried.scenarios?.[id] ?? id
  return (event: Extract<Line, { by: 'nobody' }>['event']): string => {
    if (event.kind === 'scenario_entered') return own.entered(name(event.scenario))
    if (event.kind === 'scenario_left') return own.left(name(event.scenario), words.outcome[event.outcome])
    if (event.kind === 'handoff_requested') return own.handed
    return ''
  }
}
