/** Ten sentences at once: how each is read, which policy answers, and the opening of the reply. */

import { Button, NativeSelect, Skeleton, Title } from '@mantine/core'
import { useId } from 'react'

import { Failed } from '../../frame/states'
import type { usePreviews } from '../../previews/previews'
import { Reply } from '../../previews/reply'
import { Sentences } from '../../previews/sentences'
import { useNames } from '../../words/named'
import { bandOf } from '../../words/strength'
import { useOwnWords } from '../../words/words'
import { type Chosen, rowOf, type Table } from './feelings'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  playbook: string
  looked: ReturnType<typeof usePreviews>
  about: string | null
  setAbout: (about: string) => void
  sentences: readonly string[]
  keep: (sentences: readonly string[]) => void
  table: Table
  choose: (chosen: Chosen) => void
}

export function Looks({ playbook, looked, about, setAbout, sentences, keep, table, choose }: Given) {
  const own = useOwnWords({ ko, en })
  const { playbooks } = useNames()
  const title = useId()
  const scenarios = playbooks.find((each) => each.name === playbook)?.scenarios ?? []
  const { found, error } = looked
  return (
    <section className="looks-at-once" aria-labelledby={title}>
      <header>
        <div>
          <Title order={2} size="h4" id={title}>
            {own.looks}
          </Title>
          <p className="hint">{own.looksLead}</p>
        </div>
        {scenarios.length > 0 && (
          <NativeSelect
            label={own.about}
            value={about ?? found?.about ?? ''}
            onChange={(event) => setAbout(event.currentTarget.value)}
            data={[{ value: '', label: own.asRead }, ...scenarios.map((each) => ({ value: each.id, label: each.title }))]}
          />
        )}
      </header>
      {error && !found ? (
        <Failed problem={error} again={() => window.location.reload()} />
      ) : !found ? (
        <Skeleton h={300} radius="lg" />
      ) : (
        <>
          <ul className="looks-grid">
            {found.seen.map((each) => {
              const policy = rowOf(table, each.preview.policy)
              const { dominant, strength } = each.preview.reading.emotion
              return (
                <li key={each.preview.text}>
                  <Reply seen={each} />
                  {policy && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      onClick={() => choose(policy.special ? { special: policy.policy.id } : { emotion: dominant, column: bandOf(strength) })}
                    >
                      {own.byPolicy(policy.policy.title || policy.policy.id)}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
          <Sentences sentences={sentences} shown={found.seen.map((each) => each.preview.text)} keep={keep} />
        </>
      )}
    </section>
  )
}
