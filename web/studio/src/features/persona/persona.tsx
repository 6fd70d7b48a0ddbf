/** Who the assistant is, with live samples of how it speaks beside it. */

import './persona.css'

import { Skeleton } from '@mantine/core'
import { useParams } from '@tanstack/react-router'

import { useDraft } from '../../draft/draft'
import { type Edits, useEdits } from '../../edits/edits'
import { EditHead } from '../../edits/head'
import { Failed } from '../../frame/states'
import { useOwnWords, useTitle } from '../../words/words'
import { Character } from './character'
import { Lexicon } from './lexicon'
import { Never } from './never'
import { Samples } from './samples'
import { Who } from './who'
import { en } from './words.en'
import { ko } from './words.ko'

export function PersonaPage() {
  const own = useOwnWords({ ko, en })
  const { playbook = '' } = useParams({ strict: false }) as { playbook?: string }
  const { draft, error, refetch } = useDraft(playbook)
  const edits = useEdits(playbook)
  useTitle(own.title)
  if (error && !draft) return <Failed problem={error} again={() => void refetch()} />
  return (
    <div className="wide-page persona">
      <EditHead title={own.title} lead={own.lead} playbook={playbook} section="persona" edits={edits} />
      {draft ? <Parts key={playbook} playbook={playbook} edits={edits} korean={draft.language === 'ko'} /> : <Skeleton h={480} radius="lg" />}
    </div>
  )
}

export interface Part {
  playbook: string
  edits: Edits
}

function Parts({ playbook, edits, korean }: Part & { korean: boolean }) {
  const own = useOwnWords({ ko, en })
  return (
    <div className="persona-parts">
      <a className="to-samples" href="#samples" onClick={(event) => (event.preventDefault(), document.getElementById('samples')?.scrollIntoView())}>
        {own.samples}
      </a>
      <div className="persona-form">
        <Who playbook={playbook} edits={edits} />
        <Character playbook={playbook} edits={edits} korean={korean} />
        <Never playbook={playbook} edits={edits} />
        <Lexicon playbook={playbook} edits={edits} language={korean ? 'ko' : 'en'} />
      </div>
      <Samples playbook={playbook} edits={edits} />
    </div>
  )
}
