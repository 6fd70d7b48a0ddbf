/** One note: what it says, what it quotes, and what it is about. */

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { useNames } from '../../words/named'
import { moment } from '../../words/times'
import { useOwnWords, useWords } from '../../words/words'
import type { ShownNote } from './asking'
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
