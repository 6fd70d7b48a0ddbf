/** What the check says of the draft: what keeps it from being published, and what is worth a look. */

import { useOwnWords } from '../../words/words'
import type { Finding } from '../../draft/draft'
import { en } from './words.en'
import { ko } from './words.ko'

export function Findings({ findings }: { findings: readonly Finding[] }) {
  const own = useOwnWords({ ko, en })
  const errors = findings.filter((each) => each.severity === 'error')
  const warnings = findings.filter((each) => each.severity === 'warning')
  return (
    <>
      {errors.length > 0 && (
        <section className="findings errors" aria-labelledby="errors">
          <h3 id="errors">{own.errors(errors.length)}</h3>
          <List findings={errors} />
        </section>
      )}
      {warnings.length > 0 && (
        <details className="findings">
          <summary>{own.warnings(warnings.length)}</summary>
          <List findings={warnings} />
        </details>
      )}
    </>
  )
}

function List({ findings }: { findings: readonly Finding[] }) {
  const own = useOwnWords({ ko, en })
  return (
    <ul>
      {findings.map((each, n) => (
        <li key={n}>
          <b>{each.message}</b> {each.fix}
          <span className="soft">
            {' '}
            <code>{each.file}</code> {own.line(each.line)}
          </span>
        </li>
      ))}
    </ul>
  )
}
