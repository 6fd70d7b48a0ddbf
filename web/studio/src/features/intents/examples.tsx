/** The examples of one intent as rows that are edited in place. */

import { Button } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react'

import type { Finding } from '../../draft/draft'
import { CloseIcon } from '../../frame/icons'
import { useOwnWords } from '../../words/words'
import { linesOf, LONGEST, sameness, withExamples } from './change'
import type { useHistory } from './history'
import { Line } from './line'
import type { Intent } from './model'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  intent: Intent
  history: ReturnType<typeof useHistory>
  findings: readonly Finding[]
  /** What the last check of overlaps said of an example. */
  weak: (text: string) => string | null
  tell: (what: string) => void
}

export function Examples({ intent, history, findings, weak, tell }: Given) {
  const own = useOwnWords({ ko, en })
  const rows = useRef<HTMLOListElement>(null)
  const adding = useRef<HTMLTextAreaElement>(null)
  const { examples } = intent
  const set = (what: string, after: string[], mark = '') => history.change(what, withExamples(history.texts, intent, after), mark)
  const focus = (n: number) =>
    setTimeout(() => (n < 0 ? adding.current : rows.current?.querySelectorAll('textarea')[Math.min(n, examples.length - 1)])?.focus())
  const add = (texts: readonly string[], at = 0) => {
    const have = new Set(examples.map(sameness))
    const fresh = texts.filter((each) => !have.has(sameness(each)) && have.add(sameness(each))).map((each) => each.slice(0, LONGEST))
    if (fresh.length) set(own.added(fresh.length), [...examples.slice(0, at), ...fresh, ...examples.slice(at)])
    tell(fresh.length < texts.length ? own.addedSome(fresh.length, texts.length - fresh.length) : own.added(fresh.length))
  }
  const remove = (n: number) => {
    set(own.removed, examples.filter((_, at) => at !== n))
    tell(own.removed)
    focus(Math.max(n - 1, examples.length > 1 ? 0 : -1))
  }
  const pastedAt = (n: number) => (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const lines = linesOf(event.clipboardData.getData('text/plain'))
    if (lines.length < 2) return
    event.preventDefault()
    add(lines, n)
  }
  const keys = (n: number) => (event: KeyboardEvent<HTMLTextAreaElement>, flush: () => void) => {
    const empty = event.currentTarget.value === ''
    if (event.key === 'Enter') {
      flush()
      focus(n + 1 < examples.length ? n + 1 : -1)
    } else if (event.key === 'Backspace' && empty) {
      event.preventDefault()
      remove(n)
    } else if (event.altKey && event.key === 'ArrowDown') focus(n + 1)
    else if (event.altKey && event.key === 'ArrowUp') focus(n - 1)
  }
  return (
    <section className="examples" aria-label={own.examplesOf(intent.title)}>
      <h3>
        {own.examples} <span className="soft count">{own.count(examples.length)}</span>
      </h3>
      <Adding place={adding} add={(texts) => add(texts)} />
      <ol ref={rows}>
        {examples.map((example, n) => (
          <Row
            key={n}
            n={n}
            example={example}
            keep={(text) => set(own.changed, examples.map((each, at) => (at === n ? text.trim() : each)), `${intent.name}.${n}`)}
            remove={() => remove(n)}
            keys={keys(n)}
            paste={pastedAt(n + 1)}
            weak={weak(example)}
            findings={findings.filter((each) => each.where[2] === 'examples' && each.where[3] === n)}
          />
        ))}
      </ol>
      {examples.length === 0 && <p className="soft">{own.noExamples}</p>}
    </section>
  )
}

function Adding({ add, place }: { add: (texts: string[]) => void; place: React.RefObject<HTMLTextAreaElement | null> }) {
  const own = useOwnWords({ ko, en })
  const [typed, setTyped] = useState('')
  const hint = useId()
  const go = () => {
    const lines = linesOf(typed)
    if (lines.length) add(lines)
    setTyped('')
    place.current?.focus()
  }
  return (
    <div className="adding">
      <textarea
        ref={place}
        className="line-text"
        rows={1}
        aria-label={own.newExample}
        aria-describedby={hint}
        placeholder={own.newExampleHint}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          go()
        }}
      />
      <Button variant="default" onClick={go} disabled={!typed.trim()}>
        {own.add}
      </Button>
      <p id={hint} className="soft hint">
        {own.pasteHint}
      </p>
    </div>
  )
}

interface OneRow {
  n: number
  example: string
  keep: (text: string) => void
  remove: () => void
  keys: (event: KeyboardEvent<HTMLTextAreaElement>, flush: () => void) => void
  paste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  weak: string | null
  findings: readonly Finding[]
}

function Row({ n, example, keep, remove, keys, paste, weak, findings }: OneRow) {
  const own = useOwnWords({ ko, en })
  const said = useId()
  const remarks = [...findings.map((each) => `${each.message} ${each.fix}`), ...(weak ? [weak] : [])]
  return (
    <li>
      <div className="example">
        <Line
          label={own.exampleNumber(n + 1)}
          value={example}
          keep={keep}
          emptied={remove}
          longest={LONGEST}
          onKeyDown={keys}
          onPaste={paste}
          wrong={remarks.length ? said : undefined}
        />
        <button className="quiet bare" aria-label={own.remove(example)} onClick={remove}>
          <CloseIcon size={17} />
        </button>
      </div>
      {remarks.length > 0 && (
        <p id={said} className="remark">
          {remarks.join(' ')}
        </p>
      )}
    </li>
  )
}
