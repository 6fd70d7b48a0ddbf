/** Trying on a page of its own: the talk, and beside it the mood, the place and what is known. */

import { Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'

import { PlaybookPicker } from '../../draft/picker'
import { useOwnWords, useTitle } from '../../words/words'
import { TryPanel } from './try_panel'
import { en } from './words.en'
import { ko } from './words.ko'

export function TryPage() {
  const own = useOwnWords({ ko, en })
  const { playbook = '' } = useParams({ strict: false }) as { playbook?: string }
  useTitle(own.title)
  return (
    <div className="try-page">
      <header>
        <div>
          <Title order={1} size="h2">
            {own.title}
          </Title>
          <p className="soft">{own.lead}</p>
        </div>
        <PlaybookPicker playbook={playbook} section="try" />
      </header>
      <TryPanel key={playbook} playbook={playbook} wide />
    </div>
  )
}
