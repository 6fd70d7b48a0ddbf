/** What the check says, each with what to do: at a press where that can be, else as a sentence. */

import type { Finding } from '../../../draft/draft'
import { WarnIcon } from '../../../edits/icons'
import { FixRow } from '../../../fixes/fix_row'
import { useFixes } from '../../../fixes/use_fixes'
import { useOwnWords } from '../../../words/words'
import type { Desk } from '../desk'
import { en } from '../words.en'
import { ko } from '../words.ko'

interface Given {
  desk: Desk
  findings: readonly Finding[]
  go?: (finding: Finding) => void
  askAction?: (name: string) => void
}

export function Findings({ desk, findings, go, askAction }: Given) {
  const own = useOwnWords({ ko, en })
  const fixesOf = useFixes(desk.texts, askAction !== undefined)
  if (findings.length === 0) return null
  return (
    <ul className="findings" aria-label={own.panel.findings}>
      {findings.map((each) => {
        const fixes = fixesOf(each)
        return (
          <li key={`${each.rule} ${each.line} ${each.column} ${each.message}`} className={each.severity}>
            <WarnIcon size={16} />
            <div>
              <b className="unseen">{own.panel.severity[each.severity]}</b> {each.message}
              {fixes.length === 0 && <span className="fix">{each.fix}</span>}
              <FixRow
                fixes={fixes}
                askAction={askAction}
                mend={({ files, pick }) => {
                  desk.writeFiles(files)
                  if (pick !== undefined) desk.pick([pick])
                }}
              />
              {go !== undefined && each.where.includes('steps') && (
                <button type="button" className="more" onClick={() => go(each)}>
                  {own.panel.goThere(each.line)}
                </button>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
