/** Begin a rehearsal: how many customers, and whom they talk to. */

import { Button, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'

import { Problem, told } from '../../api/problem'
import { useSaveFile } from '../../draft/draft'
import { useOwnWords, useWords } from '../../words/words'
import { historyQuery } from '../versions/asking'
import { useRehearsals } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

const DRAFT = 'draft'
const FEWEST = 10
const MOST = 1_000

/** What keeps a rehearsal from beginning, by the name of its words; null for what is told everywhere alike. */
export function refusalOf(problem: unknown, of: string): 'fix' | 'mend' | 'older' | 'nobody' | null {
  if (!(problem instanceof Problem)) return null
  // Customers belong to the draft: what it knows an earlier publication may not.
  if (problem.code === 'bad_customers') return of === DRAFT ? 'mend' : 'older'
  return problem.code === 'no_customers' ? 'nobody' : problem.code === 'playbook_unusable' ? 'fix' : null
}

/** How what is rehearsed is called: the draft, or a publication with its note. */
export function useRehearsedNames(playbook: string): (of: string) => string {
  const own = useOwnWords({ ko, en })
  const versions = useQuery(historyQuery(playbook)).data?.versions ?? []
  return (of) => {
    const known = versions.find((each) => each.version === of)
    if (of === DRAFT) return own.start.draft
    return own.start.version(known?.number ?? 0, known?.note ?? of.slice(0, 7))
  }
}

export function Start({ playbook }: { playbook: string }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const id = useId()
  const go = useNavigate()
  const { start } = useRehearsals(playbook)
  const { state } = useSaveFile(playbook)
  const versions = useQuery(historyQuery(playbook)).data?.versions ?? []
  const named = useRehearsedNames(playbook)
  const [customers, setCustomers] = useState('100')
  const [of, setOf] = useState(DRAFT)
  const [seed, setSeed] = useState('1')
  const number = Number(customers)
  const fits = Number.isInteger(number) && number >= FEWEST && number <= MOST && /^\d{1,6}$/.test(seed)
  const begin = async () => {
    const run = await start.mutateAsync({ customers: number, seed: Number(seed), of })
    await go({ to: '/playbooks/$playbook/rehearsals/$run', params: { playbook, run: run.id } })
  }
  const refusal = refusalOf(start.error, start.variables?.of ?? of)
  const different = [...new Map(versions.map((each) => [each.version, each])).keys()]
  return (
    <form
      className="sheet"
      aria-label={own.start.title}
      onSubmit={(event) => {
        event.preventDefault()
        // What is refused is told below.
        if (fits) void begin().catch(() => undefined)
      }}
    >
      <Title order={2} size="h4">
        {own.start.title}
      </Title>
      <div className="ask">
        <label htmlFor={`${id}n`}>{own.start.customers}</label>
        <input
          id={`${id}n`}
          className="typed"
          type="number"
          min={FEWEST}
          max={MOST}
          value={customers}
          aria-describedby={`${id}h`}
          onChange={(event) => setCustomers(event.currentTarget.value)}
        />
        <p id={`${id}h`} className={fits ? 'soft' : 'bad'}>
          {own.start.customersHint}
        </p>
      </div>
      <div className="ask">
        <label htmlFor={`${id}o`}>{own.start.of}</label>
        <select id={`${id}o`} className="typed" value={of} onChange={(event) => setOf(event.currentTarget.value)}>
          {[DRAFT, ...different].map((each) => (
            <option key={each} value={each}>
              {named(each)}
            </option>
          ))}
        </select>
      </div>
      <details>
        <summary>{own.start.more}</summary>
        <div className="ask">
          <label htmlFor={`${id}s`}>{own.start.seed}</label>
          <input id={`${id}s`} className="typed" inputMode="numeric" value={seed} aria-describedby={`${id}t`} onChange={(event) => setSeed(event.currentTarget.value)} />
          <p id={`${id}t`} className="soft">
            {own.start.seedHint}
          </p>
        </div>
      </details>
      {start.isError && (
        <p role="alert" className="bad">
          {refusal ? own.start[refusal] : told(words, start.error)}{' '}
          {refusal === 'fix' && (
            <Link to="/playbooks/$playbook/versions" params={{ playbook }}>
              {own.start.toMend}
            </Link>
          )}
        </p>
      )}
      <Button type="submit" loading={start.isPending || state === 'saving'} disabled={!fits}>
        {own.start.go}
      </Button>
    </form>
  )
}
