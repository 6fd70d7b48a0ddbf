/** What waits for me: customers who were promised a person, the longest first. */

import { Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { components } from '../../../../shared/api.generated'
import { CalmIcon } from '../../frame/icons'
import { groupOf } from '../../words/feelings'
import { stretch } from '../../words/times'
import { useWords } from '../../words/words'
import { WaitingLabels } from '../labels/waiting_link'
import { NotesToLookAt } from '../notes/to_look_at'

interface Given {
  number: number
  customers: components['schemas']['WaitingCustomer'][]
  notes: number
  waitingNotes: components['schemas']['WaitingNote'][]
  now: Date
}

export function Waiting({ number, customers, notes, waitingNotes, now }: Given) {
  const { words, language } = useWords()
  const waited = (since: string) => stretch(now.getTime() - new Date(since).getTime(), language)
  return (
    <section className="card" aria-labelledby="waiting">
      <Title order={2} size="h4" id="waiting">
        {words.home.waiting}
      </Title>
      {number === 0 && notes === 0 && (
        <div className="calm">
          <CalmIcon size={32} />
          <Text>{words.home.nothingWaits}</Text>
        </div>
      )}
      {number > 0 && (
        <>
          <p className="big">
            <Link to="/conversations" search={{ fact: 'waiting' }}>
              {words.home.person(number)}
            </Link>
          </p>
          {customers[0] && (
            <Text className="soft" size="sm">
              {words.home.personLead(waited(customers[0].since))}
            </Text>
          )}
          <ul className="rows">
            {customers.map((customer) => (
              <li key={customer.conversation}>
                <Link to="/conversations/$id" params={{ id: customer.conversation }}>
                  <span className="grow">
                    <b>{customer.title || words.home.noScenario}</b>
                    <span className={`feeling ${groupOf(customer.emotion)}`}>{words.emotion[customer.emotion]}</span>
                  </span>
                  <span className="soft">{waited(customer.since)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <NotesToLookAt number={notes} notes={waitingNotes} />
      <WaitingLabels spare />
    </section>
  )
}
