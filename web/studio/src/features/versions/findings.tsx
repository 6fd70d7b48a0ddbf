/** What the check says of the draft: what keeps it from being published, and what is worth a look. */

import { Link } from '@tanstack/react-router'

import { type Finding, useDraft } from '../../draft/draft'
import { useOwnWords } from '../../words/words'
import { fixesOf, type Mended } from '../scenarios/fixes/fixes'
import { FixRow } from '../scenarios/panel/fix_row'
import { en as scenarioEn } from '../scenarios/words.en'
import { ko as scenarioKo } from '../scenarios/words.ko'
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
  const ofScenarios = useOwnWords({ ko: scenarioKo, en: scenarioEn })
  const { texts } = useDraft(playbook)
  return (
    <ul>
      {findings.map((each) => {
        const fixes = fixesOf(each, texts, ofScenarios).filter((fix) => !('asks' in fix))
        return (
          <li key={`${each.rule} ${each.file} ${each.line} ${each.column} ${each.message}`}>
            <b>{each.message}</b> {fixes.length === 0 && each.fix}
            <span className="soft">
              {' '}
              <code>{each.file}</code> {own.line(each.line)}
            </span>
            <Lead way={wayTo(playbook, each.where, texts)} about={each.message} />
            <FixRow fixes={fixes} askAction={undefined} mend={mend} />
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
