/** What the check says of one value of the draft, or of what lies in it, right below its field, with what mends it at a press. */

import { useFindings } from '../draft/draft'
import { fixesOf } from '../features/scenarios/fixes/fixes'
import { FixRow } from '../features/scenarios/panel/fix_row'
import { en } from '../features/scenarios/words.en'
import { ko } from '../features/scenarios/words.ko'
import { useOwnWords } from '../words/words'
import type { Edits } from './edits'
import { WarnIcon } from './icons'

interface Given {
  playbook: string
  at: readonly (string | number)[]
  edits: Edits
}

export function Findings({ playbook, at, edits }: Given) {
  const own = useOwnWords({ ko, en })
  const { findings } = useFindings(playbook)
  const here = findings.filter((each) => at.every((step, n) => each.where[n] === step))
  return here.map((each) => {
    const fixes = fixesOf(each, edits.texts, own).filter((fix) => !('asks' in fix))
    return (
      <div key={`${each.rule} ${each.line} ${each.column} ${each.message}`} className={`finding ${each.severity}`}>
        <WarnIcon size={16} />
        <div>
          {each.message} {fixes.length === 0 && each.fix}
          <FixRow
            fixes={fixes}
            askAction={undefined}
            mend={({ files }) => {
              for (const [path, text] of Object.entries(files)) edits.write(path, () => text)
            }}
          />
        </div>
      </div>
    )
  })
}
