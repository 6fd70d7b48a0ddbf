/** One note: what it says, what it quotes, and what it is about. */

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'

import { useNames } from '../../words/named'
import { day, moment } from '../../words/times'
import { useOwnWords, useWords } from '../../words/words'
import { Problem, told } from '../../api/problem'
import { type ShownNote, useLookedAt } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  shown: ShownNote
  children?: ReactNode
  /** Where a quote leads inside the page; without it, to its conversation. */
  go?: (version: number) => void
  level?: 2 | 3
}

export function NoteCard({ shown, children, go, level = 2 }: Given) {
  const own = useOwnWords({ ko, en })
  const { language } = useWords()
  const { note, quoted } = shown
  const Heading = `h${level}` as const
  return (
    <article className="note" aria-label={note.title}>
      <Heading>{note.title}</Heading>
      <p className="soft small">
        <span className={`kind ${note.kind}`}>{own.kind[note.kind]}</span> {note.by} · {moment(new Date(note.changed_at), language)}
      </p>
      <Forgotten shown={shown} />
      {note.text && <p className="text">{note.text}</p>}
      {quoted.map((each, n) => (
        <blockquote key={n}>
          {each.text || <span className="soft">{own.wordsGone}</span>}
          {each.text && each.by && (
            <footer className="soft small">
              {own.by[each.by]}
              {' · '}
              {go ? (
                <button className="quiet" onClick={() => go(each.quote.version)}>
                  {own.toLine}
                </button>
              ) : (
                <Link to="/conversations/$id" params={{ id: each.quote.conversation }} hash={`line-${each.quote.version}`}>
                  {own.toConversation}
                </Link>
              )}
            </footer>
          )}
        </blockquote>
      ))}
      <Abouts shown={shown} inside={go !== undefined} />
      {children}
    </article>
  )
}

/** What is to be done about a note whose customer was forgotten, or who has done it. */
function Forgotten({ shown: { note, waits } }: { shown: ShownNote }) {
  const own = useOwnWords({ ko, en })
  const { words, language } = useWords()
  const [sure, setSure] = useState(false)
  const look = useLookedAt()
  const decide = (blank: boolean) => look.mutate({ note, blank }, { onSettled: () => setSure(false) })
  if (!waits) return note.looked_at ? <p className="soft small">{own.lookedBy(note.looked_by ?? '', day(new Date(note.looked_at), language))}</p> : null
  return (
    <div className="forgotten" role="group" aria-label={own.forgotten}>
      <p>
        <b>{own.forgotten}</b> {sure ? own.blankSure : own.forgottenLead}
      </p>
      {look.error && (
        <p role="alert" className="complaint">
          {look.error instanceof Problem && look.error.status === 412 ? own.lookMoved : told(words, look.error)}
        </p>
      )}
      <div className="acts">
        {sure ? (
          <>
            <Button size="compact-sm" autoFocus loading={look.isPending} onClick={() => decide(true)}>
              {own.blankNow}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setSure(false)}>
              {own.cancel}
            </Button>
          </>
        ) : (
          <>
            <Button size="compact-sm" loading={look.isPending} onClick={() => decide(false)}>
              {own.mayStay}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setSure(true)}>
              {own.blank}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function Abouts({ shown: { note }, inside }: { shown: ShownNote; inside: boolean }) {
  const own = useOwnWords({ ko, en })
  const names = useNames()
  const conversations = inside ? [] : note.conversations
  if (!note.places.length && !conversations.length) return null
  return (
    <ul className="abouts">
      {note.places.map((each) => (
        <li key={`${each.playbook} ${each.scenario} ${each.step}`}>
          <Link
            to="/playbooks/$playbook/scenarios/$scenario"
            params={{ playbook: each.playbook, scenario: each.scenario }}
            search={each.step ? { step: each.step } : {}}
          >
            {names.scenario(each.playbook, each.scenario)}
            {each.step && ` · ${each.step}`}
          </Link>
        </li>
      ))}
      {conversations.map((each) => (
        <li key={each}>
          <Link to="/conversations/$id" params={{ id: each }}>
            {own.conversation(each.slice(0, 6))}
          </Link>
        </li>
      ))}
    </ul>
  )
}
