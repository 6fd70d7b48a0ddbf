/** What customers said and the examples do not know yet. */

import { Button, NativeSelect, Skeleton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { api } from '../../api/client'
import { Failed, State } from '../../frame/states'
import { moment } from '../../words/times'
import { useOwnWords, useWords } from '../../words/words'
import { type Suggestion, useSuggestions } from './asking'
import { withExamples } from './change'
import type { useHistory } from './history'
import type { Intent } from './model'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  playbook: string
  intents: readonly Intent[]
  history: ReturnType<typeof useHistory>
  choose: (name: string) => void
  tell: (what: string) => void
}

export function Missing({ playbook, intents, history, choose, tell }: Given) {
  const own = useOwnWords({ ko, en })
  const { data: found, error, refetch } = useSuggestions(playbook)
  const settle = useSettle(playbook)
  if (error && !found) return <Failed problem={error} again={() => void refetch()} />
  if (!found) return <Skeleton height={240} radius="lg" />
  if (!found.length) return <State title={own.nothingMissing} body={own.nothingMissingBody} />
  return (
    <div className="missing">
      <p className="soft">{own.missingLead}</p>
      <ul>
        {found.map((each) => (
          <One
            key={`${each.conversation} ${each.version}`}
            suggestion={each}
            intents={intents}
            choose={choose}
            skip={() => settle.mutate({ suggestion: each, intent: null })}
            add={(intent) => {
              history.change(own.addedTo(intent.title), withExamples(history.texts, intent, [each.text, ...intent.examples]))
              settle.mutate({ suggestion: each, intent: intent.name })
              tell(own.addedTo(intent.title))
            }}
          />
        ))}
      </ul>
    </div>
  )
}

interface OneGiven {
  suggestion: Suggestion
  intents: readonly Intent[]
  add: (intent: Intent) => void
  choose: (name: string) => void
  skip: () => void
}

function One({ suggestion, intents, add, choose, skip }: OneGiven) {
  const own = useOwnWords({ ko, en })
  const { language } = useWords()
  const [chosen, setChosen] = useState(suggestion.intent ?? intents[0]?.name ?? '')
  const intent = intents.find((each) => each.name === chosen)
  const titled = (name: string) => intents.find((each) => each.name === name)?.title || name
  return (
    <li className="card suggestion">
      <p className="text">{suggestion.text}</p>
      <p className="soft hint">
        {suggestion.read_as ? own.takenFor(titled(suggestion.read_as)) : own.nothingFitted}
        {suggestion.known && suggestion.intent && <> · {own.knownNow(titled(suggestion.intent))}</>}
        {' · '}
        <Link to="/conversations/$id" params={{ id: suggestion.conversation }}>
          {own.seeConversation(moment(new Date(suggestion.at), language))}
        </Link>
      </p>
      <div className="acts">
        <NativeSelect
          size="xs"
          aria-label={own.whichIntent}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={intents.map((each) => ({ value: each.name, label: each.title || each.name }))}
        />
        {suggestion.may_be_added ? (
          <Button size="xs" variant="default" disabled={!intent} onClick={() => intent && add(intent)}>
            {own.addExample}
          </Button>
        ) : (
          <Button size="xs" variant="default" disabled={!intent} onClick={() => choose(chosen)}>
            {own.writeOwn}
          </Button>
        )}
        <Button size="xs" variant="subtle" color="gray" onClick={skip}>
          {own.skip}
        </Button>
      </div>
      {!suggestion.may_be_added && <p className="soft hint">{own.noConsent}</p>}
    </li>
  )
}

/** A message that became an example is labelled with its intent, one that is passed over is skipped: either way it is settled. */
function useSettle(playbook: string) {
  const queries = useQueryClient()
  const key = ['intent-suggestions', playbook]
  return useMutation({
    mutationFn: async ({ suggestion, intent }: { suggestion: Suggestion; intent: string | null }) =>
      api.PUT('/api/learning/messages/{conversation}/{version}/label', {
        params: { path: { conversation: suggestion.conversation, version: suggestion.version } },
        body: { flags: [], ...(intent === null ? { verdict: 'skipped' } : { verdict: 'labelled', intent: { playbook, intent, version: '' } }) },
      }),
    onMutate: ({ suggestion }) => {
      queries.setQueryData<Suggestion[]>(key, (found) =>
        found?.filter((each) => each.conversation !== suggestion.conversation || each.version !== suggestion.version),
      )
    },
    onError: () => void queries.invalidateQueries({ queryKey: key }),
  })
}
