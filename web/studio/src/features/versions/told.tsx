/** What changed, told in sentences with the words before and after, and the files beside it on demand. */

import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { useDraft } from '../../draft/draft'
import { SideBySide } from '../../draft/side_by_side'
import { Failed } from '../../frame/states'
import { useOwnWords, useWords } from '../../words/words'
import { type Change, type Comparison, compareQuery } from './asking'
import { type Way, wayTo } from './way_to'
import { en } from './words.en'
import { ko } from './words.ko'

const GROUPS = ['scenarios', 'empathy', 'persona', 'intents', 'answers', 'lines', 'actions', 'playbook', 'other'] as const
type Group = (typeof GROUPS)[number]

export interface Sides {
  playbook: string
  before: string
  after: string
  stamp?: string
  /** Lead from each change to where it can be changed again. */
  leads?: boolean
}

export function Told({ playbook, before, after, stamp, leads = false }: Sides) {
  const own = useOwnWords({ ko, en })
  const { language } = useWords()
  const { texts } = useDraft(playbook)
  const found = useQuery(compareQuery(playbook, before, after, language, stamp))
  if (found.isError) return <Failed problem={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Skeleton height={96} radius="md" />
  if (found.data.files.length === 0) return <p className="soft">{own.nothing}</p>
  return (
    <div className="told">
      <h3>{own.changes(found.data.changes.length)}</h3>
      {grouped(found.data.changes).map(([group, changes]) => (
        <section key={group} aria-label={own.groups[group]}>
          <h4>{own.groups[group]}</h4>
          <ul>
            {changes.map((change, n) => (
              <Sentence key={n} change={change} way={leads ? wayTo(playbook, change.where, texts) : null} />
            ))}
          </ul>
        </section>
      ))}
      <Files comparison={found.data} />
    </div>
  )
}

/** Changes under the part of the playbook they belong to, in our order. */
export function grouped(changes: readonly Change[]): [Group, Change[]][] {
  const group = (change: Change) => GROUPS.find((each) => each === change.where[0]) ?? 'other'
  return GROUPS.map((each): [Group, Change[]] => [each, changes.filter((change) => group(change) === each)]).filter(
    ([, own]) => own.length > 0,
  )
}

function Sentence({ change, way }: { change: Change; way: Way | null }) {
  const own = useOwnWords({ ko, en })
  return (
    <li className={`change ${change.kind}`}>
      <span className="unseen">{own.kinds[change.kind]}: </span>
      {change.what}
      {way && change.kind !== 'removed' && (
        <Link className="lead" {...way}>
          {own.look}
          <span className="unseen">: {change.what}</span>
        </Link>
      )}
      {(change.before || change.after) && (
        <div className="words">
          {change.before && (
            <del>
              <span className="unseen">{own.before}: </span>
              {change.before}
            </del>
          )}
          {change.after && (
            <ins>
              <span className="unseen">{own.after}: </span>
              {change.after}
            </ins>
          )}
        </div>
      )}
    </li>
  )
}

function Files({ comparison }: { comparison: Comparison }) {
  const own = useOwnWords({ ko, en })
  const [shown, setShown] = useState(false)
  return (
    <>
      <Button variant="subtle" size="compact-sm" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? own.hideFiles : own.showFiles(comparison.files.length)}
      </Button>
      {shown &&
        comparison.files.map((file) => (
          <section key={file.path} className="told-file" aria-label={file.path}>
            <h4>
              <code>{file.path}</code>
            </h4>
            <SideBySide before={file.before ?? ''} after={file.after ?? ''} names={[own.before, own.after]} />
          </section>
        ))}
    </>
  )
}
