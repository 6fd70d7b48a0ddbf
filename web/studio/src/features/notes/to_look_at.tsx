/** Notes that wait for a look because a customer they are about was forgotten. */

import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { components } from '../../../../shared/api.generated'
import { useOwnWords } from '../../words/words'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  number: number
  notes: components['schemas']['WaitingNote'][]
}

export function NotesToLookAt({ number, notes }: Given) {
  const own = useOwnWords({ ko, en })
  if (!number) return null
  return (
    <>
      <p className="notes-to-look-at">
        <b>{own.toLookAt(number)}</b>
      </p>
      <Text className="soft" size="sm">
        {own.toLookAtLead}
      </Text>
      <ul className="rows">
        {notes.map((note) => (
          <li key={note.id}>
            <Link to="/notes" search={{ note: note.id }}>
              <span className="grow">
                <b>{note.title}</b>
              </span>
              <span className="soft">{note.by}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
