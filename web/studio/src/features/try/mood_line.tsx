/** How the mood moves over a try, as one small line: up is at ease, down hurts. */

import { useOwnWords, useWords } from '../../words/words'
import type { Tried } from './play'
import { en } from './words.en'
import { ko } from './words.ko'

const EDGE = 6

export function MoodLine({ mood, tall = false }: { mood: Tried['mood']; tall?: boolean }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const places = mood.map((each, n) => ({
    ...each,
    x: mood.length > 1 ? EDGE + (n / (mood.length - 1)) * (100 - 2 * EDGE) : 50,
    y: 12 + ((1 - each.level) / 2) * 76,
  }))
  return (
    <div className={`try-mood${tall ? ' tall' : ''}`} role="img" aria-label={own.curveTold(mood.map((each) => words.emotion[each.emotion]).join(', '))}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <line x1="0" x2="100" y1="50" y2="50" />
        <polyline points={places.map((each) => `${each.x},${each.y}`).join(' ')} />
      </svg>
      {places.map((each) => (
        <span key={each.message} className={each.group} style={{ insetInlineStart: `${each.x}%`, insetBlockStart: `${each.y}%` }} />
      ))}
    </div>
  )
}
