/** Where the customer's words are written: Enter sends, the arrow up takes the last line back to be changed. */

import { Button, TextInput } from '@mantine/core'
import type { RefObject } from 'react'

import { useOwnWords } from '../../words/words'
import { type Line, MOST_LINES } from './lines'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  field: RefObject<HTMLInputElement | null>
  typed: string
  type: (text: string) => void
  lines: readonly Line[]
  /** The conversation is over. */
  over: boolean
  add: (line: Line) => void
  takeBack: () => void
}

export function Composer({ field, typed, type, lines, over, add, takeBack }: Given) {
  const own = useOwnWords({ ko, en })
  const full = lines.length >= MOST_LINES
  const send = () => {
    const say = typed.trim()
    if (!say || over || full) return
    type('')
    add({ say })
  }
  return (
    <div className="try-write">
      {(over || full) && <p className="soft">{over ? own.closed : own.full}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <TextInput
          ref={field}
          aria-label={own.write}
          placeholder={own.writeHint}
          value={typed}
          maxLength={2_000}
          disabled={over || full}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            // While a letter is being composed, the keys are the input method's.
            if (event.nativeEvent.isComposing) {
              if (event.key === 'Enter') event.preventDefault()
            } else if (event.key === 'ArrowUp' && !typed && lines.length) {
              event.preventDefault()
              takeBack()
            }
          }}
        />
        <Button type="submit" disabled={!typed.trim() || over || full}>
          {own.send}
        </Button>
      </form>
      <button className="quiet" disabled={over || full} onClick={() => add({ wait: true })}>
        {own.wait}
      </button>
    </div>
  )
}
