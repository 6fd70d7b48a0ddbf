/** Where it hurts: the scenarios in which most customers stayed upset or worried. */

import { Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { components } from '../../../../shared/api.generated'
import { CalmIcon } from '../../frame/icons'
import { useWords } from '../../words/words'
import { NO_SCENARIO } from '../conversations/asked'

export function Sore({ places }: { places: components['schemas']['Sore'][] }) {
  const { words } = useWords()
  return (
    <section className="card" aria-labelledby="sore">
      <Title order={2} size="h4" id="sore">
        {words.home.hurts}
      </Title>
      {places.length === 0 ? (
        <div className="calm">
          <CalmIcon size={32} />
          <Text>{words.home.noHurt}</Text>
        </div>
      ) : (
        <>
          <Text className="soft" size="sm" mt={4}>
            {words.home.hurtsLead}
          </Text>
          <ul className="rows">
            {places.map((place) => (
              <li key={`${place.playbook} ${place.scenario}`}>
                <Link
                  to="/conversations"
                  search={{ period: '7', fact: 'hurt', playbook: place.playbook, scenario: place.scenario ?? NO_SCENARIO }}
                >
                  <span className="grow">
                    <b>{place.scenario ? place.title : words.home.noScenario}</b>
                    <span className="sore-share" aria-hidden="true">
                      <i style={{ width: `${(100 * place.hurt) / place.conversations}%` }} />
                    </span>
                  </span>
                  <span className="soft">{words.home.hurtsRow(place.hurt, place.conversations)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
