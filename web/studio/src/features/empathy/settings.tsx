/** What else a policy of one's own may say: its name, how long a reply may be, and whether time presses. */

import { useId } from 'react'

import type { Edits } from '../../edits/edits'
import { Typed } from '../../edits/typed'
import { useOwnWords } from '../../words/words'
import { EMPATHY, withSetting } from './empathy_file'
import type { Policy } from './moves'
import { en } from './words.en'
import { ko } from './words.ko'

const [LEAST, MOST] = [60, 1000]

export function Settings({ policy, edits }: { policy: Policy; edits: Edits }) {
  const own = useOwnWords({ ko, en })
  const [title, longest] = [useId(), useId()]
  const keep = (key: 'title' | 'longest_reply' | 'pace', value: string | number | null) =>
    edits.write(EMPATHY, (text) => withSetting(text, policy.id, key, value), `${policy.id} ${key}`)
  return (
    <details className="more-words">
      <summary>{own.settings}</summary>
      <div className="setting">
        <label htmlFor={title}>{own.policyTitle}</label>
        <Typed id={title} key={policy.id} value={policy.title} maxLength={80} change={(value) => keep('title', value)} />
      </div>
      <div className="setting">
        <label htmlFor={longest}>{own.longest}</label>
        <input
          id={longest}
          className="typed"
          type="number"
          min={LEAST}
          max={MOST}
          step={10}
          placeholder={own.longestNone}
          value={policy.longest_reply ?? ''}
          onChange={(event) => {
            const value = event.currentTarget.valueAsNumber
            keep('longest_reply', Number.isFinite(value) ? Math.min(Math.max(Math.round(value), 1), MOST) : null)
          }}
        />
      </div>
      <label className="check">
        <input type="checkbox" checked={policy.pace === 'at_once'} onChange={(event) => keep('pace', event.currentTarget.checked ? 'at_once' : null)} />
        {own.atOnce}
      </label>
    </details>
  )
}
