/** The words of a step: what to say the first, second and third time, and when somebody feels a certain way. */

import { ActionIcon, Button } from '@mantine/core'
import { useEffect, useState } from 'react'

import { AddIcon } from '../../../edits/icons'
import { Typed } from '../../../edits/typed'
import { useOwnWords } from '../../../words/words'
import type { Path, Plain } from '../../../yaml/document'
import type { Glossary } from '../glossary'
import { DeleteIcon } from '../icons'
import { conditionInWords } from '../scene/conditions'
import { sameWords, TIMES, type Wording, wordingOf, wordingValue } from '../scene/wordings'
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
  texts: readonly string[]
  placeholder: string
  change: (texts: string[]) => void
}

/** Texts of equal standing: one of them is said, and not the same one twice while another is left. */
function Alternatives({ title, texts, placeholder, change }: Texts) {
  const own = useOwnWords({ ko, en })
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
    </div>
  )
}

function replaced<Each>(list: readonly Each[], at: number, value: Each): Each[] {
  return list.map((each, n) => (n === at ? value : each))
}
