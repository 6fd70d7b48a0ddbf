/** A text field over a value that is kept elsewhere: what is being typed is never overtaken by what comes back. */

import { type InputHTMLAttributes, useEffect, useRef, useState } from 'react'

interface Given extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  value: string
  change: (value: string) => void
  /** In how many lines it is written; more than one makes it a text area. */
  lines?: number
}

export function Typed({ value, change, lines = 1, ...rest }: Given) {
  const [typed, setTyped] = useState(value)
  const sent = useRef(value)
  // Only a change from outside, such as undo, is taken over: what was sent comes back as it was kept.
  useEffect(() => {
    if (value !== sent.current) setTyped(value)
    sent.current = value
  }, [value])
  const given = {
    ...rest,
    className: 'typed',
    value: typed,
    onChange: (event: { currentTarget: { value: string } }) => {
      const news = event.currentTarget.value
      setTyped(news)
      sent.current = news
      change(news)
    },
  }
  return lines > 1 ? <textarea rows={lines} {...(given as object)} /> : <input {...(given as object)} />
}
