/** Shows a sentence at the assistant's pace: how long a customer sees the dots before it comes. */

import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'

import { useOwnWords } from '../../words/words'
import type { Persona } from './persona_file'
import { en } from './words.en'
import { ko } from './words.ko'

/** How long it seems to type, in milliseconds: so long for each letter, up to the most. */
export function typingTime(text: string, pace: Persona['pace']): number {
  return Math.min([...text].length * pace.ms_per_character, pace.at_most_ms)
}

export function AtPace({ text, pace }: { text: string; pace: Persona['pace'] }) {
  const own = useOwnWords({ ko, en })
  const [typing, setTyping] = useState(false)
  const time = typingTime(text, pace)
  useEffect(() => {
    if (!typing) return
    const timer = setTimeout(() => setTyping(false), time)
    return () => clearTimeout(timer)
  }, [typing, time])
  return (
    <div className="at-pace">
      <Button variant="subtle" size="compact-sm" onClick={() => setTyping(true)}>
        {own.watch}
      </Button>
      {typing ? (
        <span className="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
      ) : (
        <span className="soft">{own.seconds(Math.round(time / 100) / 10)}</span>
      )}
    </div>
  )
}
