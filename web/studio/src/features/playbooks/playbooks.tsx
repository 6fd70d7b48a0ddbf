/** The playbooks there are, and how a new one begins. */

import './playbooks.css'

import { Button, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { placeOf } from '../../draft/section'
import { Failed } from '../../frame/states'
import { useNames } from '../../words/named'
import { useOwnWords, useTitle } from '../../words/words'
import { NewPlaybook } from './new_playbook'
import { en } from './words.en'
import { ko } from './words.ko'

export function PlaybooksPage() {
  const own = useOwnWords({ ko, en })
  useTitle(own.title)
  const { playbooks, settled, error, again } = useNames()
  const [making, setMaking] = useState(false)
  if (error) return <Failed problem={error} again={again} />
  const empty = settled && playbooks.length === 0
  return (
    <>
      <header className="playbooks-head">
        <Title order={1} size="h2">{empty ? own.emptyTitle : own.title}</Title>
        {!making && <Button onClick={() => setMaking(true)}>{own.make}</Button>}
      </header>
      <Text className="soft">{empty ? own.emptyBody : own.lead}</Text>
      {making && <NewPlaybook playbooks={playbooks} close={() => setMaking(false)} />}
      <ul className="playbooks">
        {playbooks.map((each) => (
          <li key={each.name}>
            <Link
              to={each.published ? placeOf(each.name, 'scenarios') : `/playbooks/${encodeURIComponent(each.name)}/start`}
            >
              <b>{each.title}</b>
            </Link>
            <Text className="soft">{each.published ? own.inForce : own.draftOnly}</Text>
            <Text className="soft">{own.scenarios(each.scenarios.length)}</Text>
          </li>
        ))}
      </ul>
    </>
  )
}
