/** A text in place: it grows with its words, and is kept soon after the hand rests. */

import { useDebouncedCallback } from '@mantine/hooks'
import { type ClipboardEvent, type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react'

const PAUSE = 350

interface Given {
  label: string
  value: string
  keep: (text: string) => void
  /** What to do instead when nothing is left and the line is left. */
  emptied?: () => void
  placeholder?: string
  longest?: number
  wrong?: string | undefined
  /** Enter makes a new line instead of leaving this one. */
  many?: boolean
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>, flush: () => void) => void
  onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  place?: Ref<HTMLTextAreaElement>
}

export function Line({ label, value, keep, emptied, placeholder, longest, wrong, many, onKeyDown, onPaste, place }: Given) {
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  const tell = (text: string) => {
    if (text === told.current || (!text.trim() && emptied)) return
    told.current = text
    keep(text)
  }
  const soon = useDebouncedCallback(tell, { delay: PAUSE, flushOnUnmount: true })
  useEffect(() => {
    // Before the draft is asked what it still has to send.
    const at = { capture: true }
    document.addEventListener('visibilitychange', soon.flush, at)
    return () => document.removeEventListener('visibilitychange', soon.flush, at)
  }, [soon])
  useEffect(() => {
    if (value !== told.current) setTyped((told.current = value))
  }, [value])
  return (
    <textarea
      ref={place}
      className="line-text"
      aria-label={label}
      aria-invalid={wrong ? true : undefined}
      aria-describedby={wrong}
      rows={1}
      value={typed}
      placeholder={placeholder}
      maxLength={longest}
      onChange={(event) => {
        const text = many ? event.currentTarget.value : event.currentTarget.value.replace(/[\r\n]+/g, ' ')
        setTyped(text)
        soon(text)
      }}
      onBlur={() => {
        soon.flush()
        if (!typed.trim() && emptied) emptied()
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && !many) event.preventDefault()
        onKeyDown?.(event, soon.flush)
      }}
      onPaste={onPaste}
    />
  )
}
