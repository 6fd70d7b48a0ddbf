/** The words of a step: what to say the first, second and third time, and when somebody feels a certain way. */

import { ActionIcon, Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

import { Select } from '../../../edits/field'
import { AddIcon } from '../../../edits/icons'
import { Typed } from '../../../edits/typed'
import { conditionInWords } from '../../../scene/conditions'
import type { Glossary } from '../../../scene/glossary'
import { sameWords, TIMES, type Wording, wordingOf, wordingValue } from '../../../scene/wordings'
import { useOwnWords } from '../../../words/words'
import type { Path, Plain } from '../../../yaml/document'
import { DeleteIcon } from '../icons'
import { en } from '../words.en'
import { ko } from '../words.ko'
import { ConditionEditor } from './condition_editor'

interface Given {
  label: string
  value: Plain | undefined
  /** Without words nothing is said, or the words that come with the studio. */
  empty?: string
  glossary: Glossary
  change: (value: Plain | undefined) => void
  /** Shows where something is written, below the words. */
  toText?: (path: Path) => void
}

export function WordsEditor({ label, value, empty, glossary, change, toText }: Given) {
  const own = useOwnWords({ ko, en })
  // A field that is still empty is not written, but stays open.
  const [words, setWords] = useState(() => wordingOf(value))
  useEffect(() => setWords((typed) => (sameWords(typed, wordingOf(value)) ? typed : wordingOf(value))), [value])
  const write = (part: Partial<Wording>) => {
    const now = { ...words, ...part }
    setWords(now)
    if (!sameWords(now, words)) change(wordingValue(now, value))
  }
  const used = TIMES.filter((time, at) => at === 0 || words[time].length > 0)
  const next = TIMES.find((time) => !used.includes(time))
  const add = (when: Plain) => write({ cases: [...words.cases, { when, say: [''] }] })
  return (
    <fieldset className="words-editor">
      <legend>{label}</legend>
      {used.map((time) => (
        <Alternatives
          key={time}
          title={own.words[time]}
          glossary={glossary}
          texts={words[time]}
          placeholder={time === 'first' ? (empty ?? own.words.placeholder) : own.words.placeholder}
          change={(texts) => write({ [time]: texts })}
        />
      ))}
      {words.cases.map((each, at) => (
        <div key={at} className="words-case">
          <div className="words-case-head">
            <b>{own.words.when(conditionInWords(each.when, own, glossary.titles))}</b>
            <ActionIcon variant="subtle" color="gray" aria-label={own.words.dropCase} onClick={() => write({ cases: words.cases.filter((_, n) => n !== at) })}>
              <DeleteIcon size={16} />
            </ActionIcon>
          </div>
          <ConditionEditor
            value={each.when}
            glossary={glossary}
            change={(when) => write({ cases: replaced(words.cases, at, { ...each, when }) })}
            {...(toText && { toText: (path: Path) => toText(['if', at, 'when', ...path]) })}
          />
          <Alternatives
            title={own.words.said}
            glossary={glossary}
            texts={each.say}
            placeholder={own.words.placeholder}
            change={(say) => write({ cases: replaced(words.cases, at, { ...each, say }) })}
          />
        </div>
      ))}
      <div className="words-more">
        {next !== undefined && words.first.length > 0 && (
          <Button size="compact-sm" variant="default" leftSection={<AddIcon size={14} />} onClick={() => write({ [next]: [''] })}>
            {own.words.add[next as 'second']}
          </Button>
        )}
        {words.first.length > 0 && (
          <>
            <Button size="compact-sm" variant="default" leftSection={<AddIcon size={14} />} onClick={() => add({ mood_so_far: 'against' })}>
              {own.words.forAngry}
            </Button>
            <Button size="compact-sm" variant="default" leftSection={<AddIcon size={14} />} onClick={() => add({ mood_so_far: 'worried' })}>
              {own.words.forWorried}
            </Button>
          </>
        )}
      </div>
    </fieldset>
  )
}

interface Texts {
  title: string
  glossary: Glossary
  texts: readonly string[]
  placeholder: string
  change: (texts: string[]) => void
}

/** Texts of equal standing: one of them is said, and not the same one twice while another is left. */
function Alternatives({ title, glossary, texts, placeholder, change }: Texts) {
  const own = useOwnWords({ ko, en })
  // Where somebody wrote last: what is known goes in there.
  const caret = useRef<{ at: number; from: number } | null>(null)
  const shown = texts.length === 0 ? [''] : texts
  return (
    <div className="alternatives">
      <span className="alternatives-title">{title}</span>
      {shown.map((text, at) => (
        <div key={at} className="alternative">
          <Typed
            lines={Math.min(6, Math.max(2, Math.ceil(text.length / 26)))}
            aria-label={shown.length > 1 ? own.words.alternative(title, at + 1) : title}
            placeholder={placeholder}
            value={text}
            onBlur={(event) => (caret.current = { at, from: event.currentTarget.selectionStart ?? text.length })}
            change={(typed) => change(replaced(shown, at, typed.replaceAll('\n', ' ')))}
          />
          {shown.length > 1 && (
            <ActionIcon variant="subtle" color="gray" aria-label={own.words.drop(title, at + 1)} onClick={() => change(shown.filter((_, n) => n !== at))}>
              <DeleteIcon size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      {texts.length > 0 && (
        <button type="button" className="more" onClick={() => change([...shown, ''])}>
          {own.words.another}
        </button>
      )}
      {texts.length > 0 && (
        <Known
          glossary={glossary}
          put={(name) => {
            const last = shown.length - 1
            const at = Math.min(caret.current?.at ?? last, last)
            const text = shown[at] as string
            const from = caret.current?.at === at ? caret.current.from : text.length
            change(replaced(shown, at, `${text.slice(0, from)}{${name}}${text.slice(from)}`))
            caret.current = { at, from: from + name.length + 2 }
          }}
        />
      )}
    </div>
  )
}

/** What was asked or found out by then, to be said back in the words. */
function Known({ glossary, put }: { glossary: Glossary; put: (name: string) => void }) {
  const own = useOwnWords({ ko, en })
  const named = (each: { name: string; title: string }, before = '') => ({ value: `${before}${each.name}`, label: each.title })
  const groups = [
    { group: own.cond.slots, choices: glossary.slots.map((each) => named(each)) },
    ...glossary.actions.map((action) => ({ group: own.cond.answerOf(action.title), choices: action.outputs.map((each) => named(each, `${action.name}.`)) })),
  ].filter((each) => each.choices.length > 0)
  if (groups.length === 0) return null
  return <Select label={own.words.known} value="" choices={[{ value: '', label: own.words.known }, ...groups]} change={(name) => name !== '' && put(name)} />
}

function replaced<Each>(list: readonly Each[], at: number, value: Each): Each[] {
  return list.map((each, n) => (n === at ? value : each))
}
