/** A file as it is written: what is typed is kept at once, lines are numbered, and a mistake marks its line. */

import './text_pane.css'

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'

import { useOwnWords } from '../words/words'
import type { Slip } from '../yaml/slips'
import { WarnIcon } from './icons'
import { en } from './words.en'
import { ko } from './words.ko'

const LINE = 20

export interface Mark {
  line: number
  bad: boolean
}

interface Given {
  label: string
  path: string
  text: string
  slip: Slip | null
  marks: readonly Mark[]
  change: (text: string) => void
  /** The lines of what is picked elsewhere, first and last. */
  here?: readonly [number, number] | undefined
  /** The line to go to, with the caret. */
  line?: number | null
  /** Where the caret was put. */
  at?: (offset: number) => void
  /** What else is said of a mistake. */
  children?: ReactNode
}

export function TextPane({ label, path, text, slip, marks, change, here, line = null, at, children }: Given) {
  const own = useOwnWords({ ko, en })
  const area = useRef<HTMLTextAreaElement>(null)
  const behind = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(text)
  const sent = useRef(text)
  // A change from elsewhere comes in; what is typed here is never overtaken by its own echo.
  useEffect(() => {
    if (text !== sent.current) setTyped(text)
    sent.current = text
  }, [text])
  const first = here?.[0]
  useLayoutEffect(() => {
    const field = area.current
    if (first === undefined || line !== null || field === null || document.activeElement === field) return
    field.scrollTop = Math.max(0, (first - 3) * LINE)
  }, [first, line])
  const mistake = useRef(slip?.line ?? 0)
  useLayoutEffect(() => {
    // Only when it is opened: whoever types looks where they type.
    if (mistake.current > 0 && area.current !== null) area.current.scrollTop = Math.max(0, (mistake.current - 3) * LINE)
  }, [])
  useLayoutEffect(() => {
    const field = area.current
    if (line === null || field === null) return
    const from = field.value.split('\n').slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
    field.focus({ preventScroll: true })
    field.setSelectionRange(from, from)
    field.scrollTop = Math.max(0, (line - 3) * LINE)
  }, [line])
  const scrolled = () => {
    if (behind.current !== null && area.current !== null) behind.current.style.transform = `translateY(${-area.current.scrollTop}px)`
  }
  useLayoutEffect(scrolled)
  const count = typed.split('\n').length
  return (
    <section className="text-pane" aria-label={label}>
      {slip !== null && (
        <p className="text-slip" role="alert">
          <WarnIcon size={17} />
          <span>
            <b>{own.yaml.slip(slip.line)}</b> {own.yaml.rules[slip.rule as 'yaml'] ?? own.yaml.rules.yaml} {children}
          </span>
        </p>
      )}
      <div className="text-area">
        <div className="text-behind" aria-hidden="true">
          <div ref={behind}>
            {here !== undefined && <i className="here" style={{ top: (here[0] - 1) * LINE, height: (here[1] - here[0] + 1) * LINE }} />}
            {marks.map((each, n) => (
              <i key={n} className={each.bad ? 'bad' : 'doubt'} style={{ top: (each.line - 1) * LINE, height: LINE }} />
            ))}
            <pre>{Array.from({ length: count }, (_, n) => n + 1).join('\n')}</pre>
          </div>
        </div>
        <textarea
          ref={area}
          aria-label={path}
          aria-invalid={slip !== null}
          spellCheck={false}
          wrap="off"
          value={typed}
          onScroll={scrolled}
          onSelect={() => at?.(area.current?.selectionStart ?? 0)}
          onChange={(event) => {
            const now = event.currentTarget.value
            setTyped(now)
            sent.current = now
            change(now)
          }}
        />
      </div>
    </section>
  )
}
