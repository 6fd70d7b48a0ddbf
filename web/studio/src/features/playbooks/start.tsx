/** From a new playbook to its first customer: what there is to do, in order, and what is done of it. */

import './playbooks.css'

import { Button, Skeleton, Title } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'

import { type Draft, useDraft } from '../../draft/draft'
import { placeOf, type Section } from '../../draft/section'
import { Failed } from '../../frame/states'
import { GoIcon } from '../../frame/icons'
import { useOwnWords, useTitle } from '../../words/words'
import { en } from './words.en'
import { ko } from './words.ko'

export const STEPS = ['persona', 'scenario', 'talk', 'publish', 'customer'] as const
export type Step = (typeof STEPS)[number]
const PAGE: Record<Exclude<Step, 'customer'>, Section> = {
  persona: 'persona',
  scenario: 'scenarios',
  talk: 'try',
  publish: 'versions',
}

/** What of the first steps is done, as the draft shows it. `visited` tells of the customer's page whether it was opened from here. */
export function doneOf(draft: Pick<Draft, 'files' | 'base' | 'tried_at'>, visited: readonly string[]): Step[] {
  // A file begins at its first revision: a later one was changed by somebody.
  const changed = (begin: string) => draft.files.some((each) => each.path.startsWith(begin) && each.revision > 1)
  const done: Record<Step, boolean> = {
    persona: changed('persona.'),
    scenario: changed('scenarios/'),
    talk: draft.tried_at !== null || draft.files.some((each) => each.path.startsWith('tests/')),
    publish: draft.base !== null,
    customer: draft.base !== null && visited.includes('customer'),
  }
  return STEPS.filter((each) => done[each])
}

export function StartPage() {
  const { playbook = '' } = useParams({ strict: false }) as { playbook?: string }
  const own = useOwnWords({ ko, en })
  useTitle(own.start.title)
  const { draft, error, refetch } = useDraft(playbook)
  if (error && !draft) return <Failed problem={error} again={() => void refetch()} />
  return (
    <div className="start">
      <Title order={1} size="h2">
        {own.start.title}
      </Title>
      <p className="soft">{own.start.lead}</p>
      {draft ? <Steps draft={draft} /> : <Skeleton height={420} radius="lg" />}
    </div>
  )
}

function Steps({ draft }: { draft: Draft }) {
  const own = useOwnWords({ ko, en })
  const place = `dajeong:visited:${draft.playbook}`
  const visited = (window.localStorage.getItem(place) ?? '').split(' ')
  const done = doneOf(draft, visited)
  const next = STEPS.find((each) => !done.includes(each))
  const visit = (step: Step) => window.localStorage.setItem(place, [...visited, step].join(' '))
  return (
    <>
      <p className="start-done">
        <progress max={STEPS.length} value={done.length} aria-label={own.start.progress(done.length, STEPS.length)} />
        <span>{own.start.progress(done.length, STEPS.length)}</span>
      </p>
      <ol className="first-steps">
        {STEPS.map((step, n) => (
          <li key={step} className={done.includes(step) ? 'done' : step === next ? 'next' : undefined}>
            <span className="tick" aria-hidden="true">
              {done.includes(step) ? '✓' : n + 1}
            </span>
            <div>
              <b>{own.start.steps[step].title}</b>
              {done.includes(step) && <span className="unseen"> {own.start.done}</span>}
              <p className="soft">{own.start.steps[step].body}</p>
              <Go step={step} playbook={draft.playbook} next={step === next} open={draft.base !== null} visit={() => visit(step)} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

interface Going {
  step: Step
  playbook: string
  next: boolean
  open: boolean
  visit: () => void
}

function Go({ step, playbook, next, open, visit }: Going) {
  const own = useOwnWords({ ko, en })
  const look = { variant: next ? 'filled' : 'default', size: 'sm', rightSection: <GoIcon size={15} /> } as const
  const says = own.start.steps[step].go
  if (step !== 'customer') {
    return (
      <Button component={Link} to={placeOf(playbook, PAGE[step])} onClick={visit} {...look}>
        {says}
      </Button>
    )
  }
  // Customers only meet what was published.
  if (!open) return null
  return (
    <Button component="a" href={`/try/${encodeURIComponent(playbook)}`} target="_blank" rel="noopener" onClick={visit} {...look}>
      {says}
    </Button>
  )
}
