/** What the check says of one thing of the persona, right below it. */

import { useFindings } from '../../draft/draft'
import { WarnIcon } from '../../edits/icons'

export function Findings({ playbook, at }: { playbook: string; at: string }) {
  const { findings } = useFindings(playbook)
  const here = findings.filter((each) => each.where[0] === 'persona' && each.where[1] === at)
  return here.map((each, n) => (
    <p key={n} className={`finding ${each.severity}`}>
      <WarnIcon size={16} />
      <span>
        {each.message} {each.fix}
      </span>
    </p>
  ))
}
