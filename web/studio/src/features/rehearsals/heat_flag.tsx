/** On the card of a step: how many left there in a rehearsal, or were hurt. */

import { useOwnWords } from '../../words/words'
import type { Heat } from './heat_of'
import { en } from './words.en'
import { ko } from './words.ko'

export function HeatFlag({ heat: { warmth, spot } }: { heat: Heat }) {
  const own = useOwnWords({ ko, en })
  const said = {
    angry: own.heat.angryOf(spot?.left_in_anger ?? 0),
    left: own.heat.leftOf(spot?.left ?? 0),
    turned: own.heat.turnedOf(spot?.turned ?? 0),
    calm: '',
    never: '',
  }[warmth]
  return said === '' ? null : <span className="step-flag heat">{said}</span>
}
