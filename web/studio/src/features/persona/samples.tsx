/** How the assistant speaks now: the first words, and replies to sentences that show a feeling. */

import { Button, NativeSelect, Skeleton, Title } from '@mantine/core'
import { useId, useState } from 'react'

import { Failed } from '../../frame/states'
import { useOwnSentences, usePreviews } from '../../previews/previews'
import { Reply, useFresh } from '../../previews/reply'
import { Sentences } from '../../previews/sentences'
import { UnreadNote } from '../../previews/unread'
import { useNames } from '../../words/named'
import { useOwnWords } from '../../words/words'
import type { Part } from './persona'
import { PERSONA, personaOf } from './persona_file'
import { AtPace } from './pace'
import { en } from './words.en'
import { ko } from './words.ko'

// Those that show the most of a character.
const FEW = ['anger', 'anxiety', 'gratitude', 'neutral']

export function Samples({ playbook, edits }: Part) {
  const own = useOwnWords({ ko, en })
  const { playbooks } = useNames()
  const { sentences, keep } = useOwnSentences(playbook)
  const [about, setAbout] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const { found, unread, error } = usePreviews(playbook, { sentences, about })
  const persona = personaOf(edits.texts[PERSONA] ?? '')
  const title = useId()
  const scenarios = playbooks.find((each) => each.name === playbook)?.scenarios ?? []
  const seen = found?.seen ?? []
  const shown = all || sentences.length > 0 ? seen : seen.filter((each) => each.meant && FEW.includes(each.meant))
  const longest = Math.max(0, ...seen.map((each) => each.preview.pieces.map((piece) => piece.text).join(' ').length))
  return (
    <section className="samples" id="samples" aria-labelledby={title}>
      <Title order={2} size="h4" id={title}>
        {own.samples}
      </Title>
      <p className="hint">{own.samplesLead(persona.name)}</p>
      <UnreadNote unread={unread} />
      {error && !found ? (
        <Failed problem={error} again={() => window.location.reload()} />
      ) : !found ? (
        <Skeleton h={360} radius="lg" />
      ) : (
        <>
          <Hello text={found.introduction} />
          <AtPace text={found.introduction} pace={persona.pace} />
          {scenarios.length > 0 && (
            <NativeSelect
              label={own.about}
              value={about ?? found.about ?? ''}
              onChange={(event) => setAbout(event.currentTarget.value)}
              data={scenarios.map((each) => ({ value: each.id, label: each.title }))}
            />
          )}
          <div className="looks" aria-live="off">
            {shown.map((each) => (
              <Reply key={each.preview.text} seen={each} />
            ))}
          </div>
          <p className="hint">{own.longestHint(longest)}</p>
          <div className="sentence-tools">
            {sentences.length === 0 && (
              <Button variant="default" size="compact-md" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? own.fewer : own.more}
              </Button>
            )}
            <Sentences sentences={sentences} shown={seen.map((each) => each.preview.text)} keep={keep} />
          </div>
        </>
      )}
    </section>
  )
}

function Hello({ text }: { text: string }) {
  const own = useOwnWords({ ko, en })
  const fresh = useFresh(text)
  return (
    <article className="look">
      <p className="hint">{own.greeting}</p>
      <p className={`said other${fresh ? ' fresh' : ''}`}>{text}</p>
    </article>
  )
}
