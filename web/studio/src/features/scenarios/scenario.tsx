/** One scenario on the desk: its steps as a list and as a picture, the form of the picked one, and the text beside it. */

import './kinds.css'
import './scenario.css'
import './panel/panel.css'

import { Skeleton } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'

import { useDraft } from '../../draft/draft'
import { BackIcon } from '../../frame/icons'
import { Failed, State } from '../../frame/states'
import { useOwnWords, useTitle, useWords } from '../../words/words'
import { WithHeat } from '../rehearsals/heat_panel'
import { useDesk } from './desk'
import { DeskView } from './desk_view'
import { en } from './words.en'
import { ko } from './words.ko'

const route = getRouteApi('/playbooks/$playbook/scenarios/$scenario')

export function ScenarioPage() {
  const { playbook, scenario } = route.useParams()
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const { isPending, error, refetch } = useDraft(playbook)
  const desk = useDesk(playbook, scenario)
  const { step, heat } = route.useSearch()
  const pick = desk?.pick
  useEffect(() => {
    if (step !== undefined) pick?.([step])
  }, [step, pick])
  useTitle(desk?.scene?.title || scenario)
  return (
    <div className="desk">
      <Link to="/playbooks/$playbook/scenarios" params={{ playbook }} className="back">
        <BackIcon size={18} /> {own.page.back}
      </Link>
      {error ? (
        <Failed problem={error} again={() => void refetch()} />
      ) : isPending ? (
        <div role="status" aria-label={words.loading}>
          <Skeleton height={48} mb={16} radius="lg" />
          <Skeleton height={560} radius="lg" />
        </div>
      ) : desk === null ? (
        <State title={own.page.gone} body={own.page.goneBody} />
      ) : (
        <HeatOrNot playbook={playbook} scenario={scenario} heat={heat}>
          <DeskView key={desk.path} desk={desk} />
        </HeatOrNot>
      )}
    </div>
  )
}

/** With the colours of a rehearsal where the address names one. */
function HeatOrNot({ playbook, scenario, heat, children }: { playbook: string; scenario: string; heat: string | undefined; children: ReactNode }) {
  if (heat === undefined) return children
  return (
    <WithHeat playbook={playbook} scenario={scenario} run={heat}>
      {children}
    </WithHeat>
  )
}
