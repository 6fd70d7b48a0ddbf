/** One step of a rehearsal in words: what it says, how many came, and how many left there or were hurt. */

import { useOwnWords } from '../../words/words'
import type { Shown, Spot } from './asking'
import { heatOf } from './heat_of'
import { en } from './words.en'
import { ko } from './words.ko'

export function StepHeat({ spot, shown }: { spot: Spot; shown: Shown }) {
  const own = useOwnWords({ ko, en })
  const name = shown.steps[spot.step]
  const { warmth } = heatOf(spot)
  return (
    <span className="step-heat">
      <i className={`heat-${warmth}`} aria-hidden="true" />
      <span>{name?.says || spot.step.split('.').at(-1)}</span>
      <span className="soft">
        {own.heat.came(spot.came ?? 0)}
        {(spot.left ?? 0) > 0 && ` · ${own.heat.leftOf(spot.left ?? 0)}`}
        {(spot.left_in_anger ?? 0) > 0 && ` · ${own.heat.angryOf(spot.left_in_anger ?? 0)}`}
        {(spot.turned ?? 0) > 0 && ` · ${own.heat.turnedOf(spot.turned ?? 0)}`}
      </span>
    </span>
  )
}
