/** What the check says, each with what to do. */

import type { Finding } from '../../../draft/draft'
import { WarnIcon } from '../../../edits/icons'
import { useOwnWords } from '../../../words/words'
import { en } from '../words.en'
import { ko } from '../words.ko'

export function Findings({ findings, go }: { findings: readonly Finding[]; go?: (finding: Finding) => void }) {
  const own = useOwnWords({ ko, en })
  if (findings.length === 0) return null
  return (
    <ul className="findings" aria-label={own.panel.findings}>
      {findings.map((each, at) => (
        <li key={at} className={each.severity}>
          <WarnIcon size={16} />
          <span>
            <b className="unseen">{own.panel.severity[each.severity]}</b> {each.message} <span className="fix">{each.fix}</span>
            {go !== undefined && each.where.includes('steps') && (
              <button type="button" className="more" onClick={() => go(each)}>
                {own.panel.goThere(each.line)}
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
