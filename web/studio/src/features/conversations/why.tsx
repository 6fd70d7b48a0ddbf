/** Why a reply was given: everything it kept for this question. */

import { type ReactNode, useId, useState } from 'react'

import type { components } from '../../../../shared/api.generated'
import { useNames } from '../../words/named'
import { bandOf } from '../../words/strength'
import { useWords } from '../../words/words'

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
  const names = useNames()
  const mood = reply.mood_before
  const seen = [...new Set(readings.flatMap((each) => each.evidence.map((one) => one.text)).filter(Boolean))]
  const steps = reply.spoke.length ? reply.spoke : reply.step ? [reply.step] : []
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
      <Row name={words.read.whyPolicy}>{reply.policy ? <code>{reply.policy}</code> : words.read.whyNoPolicy}</Row>
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
      {reply.scenario && (
        <Row name={words.read.whyStep}>
          {names.scenario(playbook, reply.scenario)}
          {steps.map((each) => (
            <code key={each}>{each}</code>
          ))}
        </Row>
      )}
      {reply.wordings.length > 0 && (
        <Row name={words.read.whyWords}>
          {reply.wordings.map((each, n) => (
            <code key={n}>
              {each.wording} · {each.variant}
            </code>
          ))}
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
      {reply.reader && (
        <Row name={words.read.whyReader}>
          <code>{reply.reader}</code>
        </Row>
      )}
    </dl>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
