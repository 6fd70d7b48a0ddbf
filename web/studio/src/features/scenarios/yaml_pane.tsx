/** The text of a scenario beside its picture: what is changed on one side shows on the other; a mistake marks its line. */

import './yaml_pane.css'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'

import { WarnIcon } from '../../edits/icons'
import { useOwnWords } from '../../words/words'
import { parse, pathAt, place } from '../../yaml/document'
import type { Desk } from './desk'
import { en } from './words.en'
import { ko } from './words.ko'

const LINE = 20

export function YamlPane({ desk }: { desk: Desk }) {
  const own = useOwnWords({ ko, en })
  const { text, slip, scene, picked, path, findings } = desk
  const area = useRef<HTMLTextAreaElement>(null)
  const behind = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(text)
  const sent = useRef(text)
  // A change on the canvas comes in; what is typed here is never overtaken by its own echo.
  useEffect(() => {
    if (text !== sent.current) setTyped(text)
    sent.current = text
  }, [text])
  const lines = typed.split('\n').length
  const step = picked.length === 1 && slip === null ? scene?.byId.get(picked[0] as string) : undefined
  const span = step === undefined ? undefined : stepLines(typed, step.index)
  const first = span?.[0]
  useLayoutEffect(() => {
    const field = area.current
    if (first === undefined || field === null || document.activeElement === field) return
    field.scrollTop = Math.max(0, (first - 3) * LINE)
  }, [first])
  const scrolled = () => {
    if (behind.current !== null && area.current !== null) behind.current.style.transform = `translateY(${-area.current.scrollTop}px)`
  }
  useLayoutEffect(scrolled)

  const pickAtCaret = () => {
    const offset = area.current?.selectionStart ?? 0
    const yaml = parse(typed)
    if (yaml.slips.length > 0) return
    const [, index] = pathAt(yaml, offset)
    const found = desk.scene?.steps.find((each) => each.index === index)
    if (found !== undefined && found.id !== picked[0]) desk.pick([found.id])
  }
  const marked = slip === null ? findings.map((each) => ({ line: each.line, bad: each.severity === 'error' })) : [{ line: slip.line, bad: true }]
  return (
    <section className="yaml-pane" aria-label={own.yaml.label}>
      {slip !== null && (
        <p className="yaml-slip" role="alert">
          <WarnIcon size={17} />
          <span>
            <b>{own.yaml.slip(slip.line)}</b> {own.yaml.rules[slip.rule as 'yaml'] ?? own.yaml.rules.yaml} <span className="soft">{own.yaml.lastGood}</span>
          </span>
        </p>
      )}
      <div className="yaml-text">
        <div className="yaml-behind" aria-hidden="true">
          <div ref={behind}>
            {span !== undefined && <i className="here" style={{ top: (span[0] - 1) * LINE, height: (span[1] - span[0] + 1) * LINE }} />}
            {marked.map((each, at) => (
              <i key={at} className={each.bad ? 'bad' : 'doubt'} style={{ top: (each.line - 1) * LINE, height: LINE }} />
            ))}
            <pre>{Array.from({ length: lines }, (_, n) => n + 1).join('\n')}</pre>
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
          onSelect={pickAtCaret}
          onChange={(event) => {
            const now = event.currentTarget.value
            setTyped(now)
            sent.current = now
            desk.writeFiles({ [path]: now }, 'text')
          }}
        />
      </div>
    </section>
  )
}

function stepLines(text: string, index: number): [number, number] | undefined {
  const yaml = parse(text)
  if (yaml.slips.length > 0) return undefined
  const span = place(yaml, ['steps', index])
  return [span.line, yaml.lines.linePos(Math.max(span.from, span.to - 1)).line]
}
