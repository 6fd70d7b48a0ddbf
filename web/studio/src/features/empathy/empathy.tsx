/** How feelings are met: a table of emotion and strength, the moves of each cell as cards, and ten sentences to see it. */

import './empathy.css'

import { Skeleton } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'

import { useDraft } from '../../draft/draft'
import { useEdits } from '../../edits/edits'
import { EditHead } from '../../edits/head'
import { Failed } from '../../frame/states'
import { useOwnSentences, usePreviews } from '../../previews/previews'
import { UnreadNote } from '../../previews/unread'
import { useOwnWords, useTitle } from '../../words/words'
import { EMPATHY } from './empathy_file'
import { type Chosen, useFeelings } from './feelings'
import { FeelingsTable } from './feelings_table'
import { Looks } from './looks'
import { Panel } from './panel'
import { Special } from './special'
import { en } from './words.en'
import { ko } from './words.ko'

// Where the cards stand below the table, as in empathy.css.
const ONE_COLUMN = '(max-width: 1180px)'

export function EmpathyPage() {
  const own = useOwnWords({ ko, en })
  const { playbook = '' } = useParams({ strict: false }) as { playbook?: string }
  const { draft, error, refetch } = useDraft(playbook)
  useTitle(own.title)
  if (error && !draft) return <Failed problem={error} again={() => void refetch()} />
  return <Desk key={playbook} playbook={playbook} />
}

function Desk({ playbook }: { playbook: string }) {
  const own = useOwnWords({ ko, en })
  const edits = useEdits(playbook)
  const text = edits.texts[EMPATHY] ?? ''
  const { table, unread, error, refetch } = useFeelings(playbook, text)
  const { sentences, keep } = useOwnSentences(playbook)
  const [about, setAbout] = useState<string | null>(null)
  const looked = usePreviews(playbook, { sentences, about })
  const [chosen, setChosen] = useState<Chosen>({ emotion: 'anger', column: 'strong' })
  const choose = (news: Chosen) => {
    setChosen(news)
    if (window.matchMedia(ONE_COLUMN).matches) requestAnimationFrame(() => document.getElementById('empathy-panel')?.scrollIntoView())
  }
  const seen = looked.found?.seen ?? []
  return (
    <div className="wide-page empathy">
      <EditHead title={own.title} lead={own.lead} playbook={playbook} section="empathy" edits={edits} />
      <UnreadNote unread={unread} />
      {error && !table ? (
        <Failed problem={error} again={() => void refetch()} />
      ) : !table ? (
        <Skeleton h={520} radius="lg" />
      ) : (
        <>
          <div className="empathy-parts">
            <FeelingsTable table={table} chosen={chosen} choose={choose} seen={seen} edits={edits} locked={unread !== null} />
            <Panel playbook={playbook} table={table} chosen={chosen} choose={choose} edits={edits} locked={unread !== null} />
          </div>
          <Looks
            playbook={playbook}
            looked={looked}
            about={about}
            setAbout={setAbout}
            sentences={sentences}
            keep={keep}
            table={table}
            choose={choose}
          />
          <Special playbook={playbook} table={table} chosen={chosen} choose={choose} />
        </>
      )}
    </div>
  )
}
