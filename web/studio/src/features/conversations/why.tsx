/** Why a reply was given: everything it kept for this question. */

import { Link } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'

import type { components } from '../../../../shared/api.generated'
import { useNames } from '../../words/named'
import { bandOf } from '../../words/strength'
import { useOwnWords, useWords } from '../../words/words'
import { stepWithoutWords } from './spoke'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  line: components['schemas']['AssistantLine']
  playbook: string
}

export function Why({ line, playbook }: Given) {
  const { words } = useWords()
  const [open, setOpen] = useState(false)
  const panel = useId()
  return (
    <>
      <button className="quiet" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
        {words.read.why}
      </button>
      <div id={panel} hidden={!open}>
        {open && <Because line={line} playbook={playbook} />}
      </div>
    </>
  )
}

function Because({ line: { reply, readings }, playbook }: Given) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const names = useNames()
  const mood = reply.mood_before
  const at = stepWithoutWords(reply)
  const seen = [...new Set(readings.flatMap((each) => each.evidence.map((one) => one.text)).filter(Boolean))]
  return (
    <dl className="why">
      {reply.moves.length > 0 && (
        <Row name={words.read.whyMoves}>
          <ol className="moves">
            {reply.moves.map((move, n) => (
              <li key={n}>{words.move[move]}</li>
            ))}
          </ol>
        </Row>
      )}
      <Row name={words.read.whyPolicy}>
        {reply.policy ? (
          <Link to="/playbooks/$playbook/empathy" params={{ playbook }}>
            {names.policy(playbook, reply.policy)}
          </Link>
        ) : (
          words.read.whyNoPolicy
        )}
      </Row>
      {seen.length > 0 && (
        <Row name={words.read.whyHeard}>
          {seen.map((each) => (
            <q key={each}>{each}</q>
          ))}
        </Row>
      )}
      {mood.readings > 0 && (
        <Row name={words.read.whyMood}>
          <span className={`feeling ${mood.group}`}>
            {words.emotion[mood.emotion]}
            {mood.emotion !== 'neutral' && <> · {words.strength[bandOf(mood.strength)]}</>}
          </span>
        </Row>
      )}
      {reply.wordings.length > 0 && (
        <Row name={words.read.whyWords}>
          <ul className="sources">
            {reply.wordings.map((each, n) => (
              <li key={n}>
                {words.move[each.move]}: <Source wording={each.wording} playbook={playbook} />
                <Turn variant={each.variant} />
              </li>
            ))}
          </ul>
        </Row>
      )}
      {at && (
        <Row name={own.atStep}>
          <Link to="/playbooks/$playbook/scenarios/$scenario" params={{ playbook, scenario: at.scenario }} search={{ step: at.step }}>
            {words.read.fromStep(names.scenario(playbook, at.scenario))}
          </Link>
        </Row>
      )}
      <Row name={words.read.whyAuthor}>{words.author[reply.author]}</Row>
      {reply.promises.length > 0 && (
        <Row name={words.read.promised}>
          {reply.promises.map((each) => (
            <q key={each.text}>{each.text}</q>
          ))}
        </Row>
      )}
      {reply.refused.length > 0 && <Row name={words.read.whyRefused}>{words.read.refused(reply.refused.length)}</Row>}
    </dl>
  )
}

/** Where words were taken from, with the way to change them. */
function Source({ wording, playbook }: { wording: string; playbook: string }) {
  const { words } = useWords()
  const names = useNames()
  const [place = '', step] = wording.split('.')
  if (place === 'line')
    return (
      <Link to="/playbooks/$playbook/lines" params={{ playbook }} hash={step ?? ''}>
        {words.read.fromLine}
      </Link>
    )
  if (place === 'persona')
    return (
      <Link to="/playbooks/$playbook/persona" params={{ playbook }}>
        {words.read.fromPersona}
      </Link>
    )
  if (step)
    return (
      <Link to="/playbooks/$playbook/scenarios/$scenario" params={{ playbook, scenario: place }} search={{ step }}>
        {words.read.fromStep(names.scenario(playbook, place))}
      </Link>
    )
  return (
    <Link to="/playbooks/$playbook/empathy" params={{ playbook }}>
      {words.read.fromEmpathy}
    </Link>
  )
}

/** Which of the words it was, where there are several: for the second time, the third alternative. */
function Turn({ variant }: { variant: string }) {
  const { words } = useWords()
  const [time, number] = variant.split('/')
  const told = [
    time === 'second' ? words.read.secondTime : time === 'third' ? words.read.thirdTime : '',
    Number(number) > 0 ? words.read.alternative(Number(number) + 1) : '',
  ].filter(Boolean)
  return told.length > 0 && <span className="soft"> · {told.join(' · ')}</span>
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
