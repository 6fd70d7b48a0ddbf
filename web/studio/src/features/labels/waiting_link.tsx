/** The way to the labelling queue, with how many messages wait there; nothing where none does. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useOwnWords } from '../../words/words'
import { waitingQuery } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

export function WaitingLabels({ spare = false }: { spare?: boolean }) {
  const own = useOwnWords({ ko, en })
  const waiting = useQuery(waitingQuery).data
  if (!waiting) return null
  return (
    <p className="soft">
      {spare && <>{own.spare}: </>}
      <Link to="/conversations/labels">{own.link(waiting)}</Link>
    </p>
  )
}
