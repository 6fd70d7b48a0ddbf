/** What the check says of the draft: what keeps it from being published, and what is worth a look. */

import { Link } from '@tanstack/react-router'

import { type Finding, useDraft } from '../../draft/draft'
import { FixRow } from '../../fixes/fix_row'
import type { Mended } from '../../fixes/fixes'
import { useFixes } from '../../fixes/use_fixes'
import { useOwnWords } from '../../words/words'
import { type Way, wayTo } from './way_to'
import { en } from './words.en'
import { ko } from './words.ko'

interface Shown {
  playbook: string
  findings: readonly Finding[]
  mend: (mended: Mended) => void
}

export function Findings({ playbook, findings, mend }: Shown) {
  const own = useOwnWords({ ko, en })
  const errors = findings.filter((each) => each.severity === 'error')
  const warnings = findings.filter((each) => each.severity === 'warning')
  return (
    <>
      {errors.length > 0 && (
        <section className="draft-findings errors" aria-labelledby="errors">
          <h3 id="errors">{own.errors(errors.length)}</h3>
          <List playbook={playbook} findings={errors} mend={mend} />
        </section>
      )}
      {warnings.length > 0 && (
        <details className="draft-findings">
          <summary>{own.warnings(warnings.length)}</summary>
          <List playbook={playbook} findings={warnings} mend={mend} />
        </details>
      )}
    </>
  )
}

function List({ playbook, findings, mend }: Shown) {
  const own = useOwnWords({ ko, en })
  const { texts } = useDraft(playbook)
  const fixesOf = useFixes(texts)
  return (
    <ul>
      {findings.map((each) => {
        const fixes = fixesOf(each)
        return (
          <li key={`${each.rule} ${each.file} ${each.line} ${each.column} ${each.message}`}>
            <b>{each.message}</b> {fixes.length === 0 && each.fix}
            <span className="soft">
              {' '}
              <code>{each.file}</code> {own.line(each.line)}
            </span>
            <Lead way={wayTo(playbook, each.where, texts)} about={each.message} />
            <FixRow fixes={fixes} mend={mend} />
          </li>
        )
      })}
    </ul>
  )
}

function Lead({ way, about }: { way: Way | null; about: string }) {
  const own = useOwnWords({ ko, en })
  if (!way) return null
  return (
    <Link className="lead" {...way}>
      {own.look}
      <span className="unseen">: {about}</span>
    </Link>
  )
}
