/** What the check says of one value of the draft, or of what lies in it, right below its field, with what mends it at a press. */

import { useFindings } from '../draft/draft'
import type { Edits } from '../edits/edits'
import { WarnIcon } from '../edits/icons'
import { FixRow } from './fix_row'
import { useFixes } from './use_fixes'

interface Given {
  playbook: string
  at: readonly (string | number)[]
  edits: Edits
}

export function Findings({ playbook, at, edits }: Given) {
  const fixesOf = useFixes(edits.texts)
  const { findings } = useFindings(playbook)
  const here = findings.filter((each) => at.every((step, n) => each.where[n] === step))
  return here.map((each) => {
    const fixes = fixesOf(each)
    return (
      <div key={`${each.rule} ${each.line} ${each.column} ${each.message}`} className={`finding ${each.severity}`}>
        <WarnIcon size={16} />
        <div>
          {each.message} {fixes.length === 0 && each.fix}
          <FixRow
            fixes={fixes}
            mend={({ files }) => {
              for (const [path, text] of Object.entries(files)) edits.write(path, () => text)
            }}
          />
        </div>
      </div>
    )
  })
}
