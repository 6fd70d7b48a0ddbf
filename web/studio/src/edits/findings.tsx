/** What the check says of one value of the draft, or of what lies in it, right below its field. */

import { useFindings } from '../draft/draft'
import { WarnIcon } from './icons'

export function Findings({ playbook, at }: { playbook: string; at: readonly (string | number)[] }) {
  const { findings } = useFindings(playbook)
  const here = findings.filter((each) => at.every((step, n) => each.where[n] === step))
  return here.map((each, n) => (
    <p key={n} className={`finding ${each.severity}`}>
      <WarnIcon size={16} />
      <span>
        {each.message} {each.fix}
      </span>
    </p>
  ))
}
