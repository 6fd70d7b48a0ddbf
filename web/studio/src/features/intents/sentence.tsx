/** A sentence as a customer might write it: which intent it has in the draft, how sure that is, and why. */

import { Button, Menu, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'

import { told } from '../../api/problem'
import { useOwnWords, useWords } from '../../words/words'
import { type Sentence, useSentence } from './asking'
import { sameness, withExamples } from './change'
import type { useHistory } from './history'
import type { Intent } from './model'
import { en } from './words.en'
import { ko } from './words.ko'

const LONGEST = 300
const SHOWN = 3
/** After this many milliseconds it is said what takes so long. */
const PATIENCE = 1_500

interface Given {
  playbook: string
  intents: readonly Intent[]
  history: ReturnType<typeof useHistory>
  choose: (name: string) => void
  tell: (what: string) => void
}

export function SentenceBox({ playbook, intents, history, choose, tell }: Given) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const [text, setText] = useState('')
  const { data: said, error, isFetching } = useSentence(playbook, text)
  const [waits] = useDebouncedValue(isFetching, PATIENCE)
  const titled = (name: string) => intents.find((each) => each.name === name)?.title || name
  const add = (name: string) => {
    const intent = intents.find((each) => each.name === name)
    if (!intent) return
    const example = text.replace(/\s+/g, ' ').trim()
    if (intent.examples.some((each) => sameness(each) === sameness(example))) return tell(own.hasAlready(titled(name)))
    history.change(own.added(1), withExamples(history.texts, intent, [example, ...intent.examples]))
    tell(own.addedTo(titled(name)))
  }
  return (
    <section className="sentence card" aria-label={own.sentence}>
      <TextInput
        label={own.sentence}
        placeholder={own.sentenceHint}
        value={text}
        maxLength={LONGEST}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div role="status" aria-busy={isFetching}>
        {isFetching && waits && <p className="soft">{own.learning}</p>}
        {error && text.trim() && <p className="remark">{told(words, error)}</p>}
        {said && text.trim() && <Read said={said} titled={titled} choose={choose} />}
      </div>
      {said && text.trim() && (
        <div className="acts">
          {said.ranked[0] && (
            <Button size="compact-sm" variant="default" onClick={() => add(said.intent ?? (said.ranked[0]?.intent as string))}>
              {own.addAs(titled(said.intent ?? said.ranked[0].intent))}
            </Button>
          )}
          <Menu position="bottom-start" width={260}>
            <Menu.Target>
              <Button size="compact-sm" variant="subtle" color="gray">
                {own.addElsewhere}
              </Button>
            </Menu.Target>
            <Menu.Dropdown aria-label={own.addElsewhere} mah={320} style={{ overflowY: 'auto' }}>
              {intents.map((each) => (
                <Menu.Item key={each.name} onClick={() => add(each.name)}>
                  {each.title || each.name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </section>
  )
}

interface Shown {
  said: Sentence & { text: string }
  titled: (name: string) => string
  choose: (name: string) => void
}

function Read({ said, titled, choose }: Shown) {
  const own = useOwnWords({ ko, en })
  const percent = (share: number) => inPercent(share)
  return (
    <div className="sentence-read">
      <p className="verdict">
        {said.intent ? (
          <>
            <b>{titled(said.intent)}</b> <span className="soft">{own.sure(percent(said.confidence))}</span>
          </>
        ) : (
          <>
            <b>{own.noIntent}</b> <span className="soft">{own.noIntentWhy(inPercent(said.about, said.threshold), percent(said.threshold))}</span>
          </>
        )}
      </p>
      {said.also.length > 0 && <p className="soft">{own.also(said.also.map(titled).join(', '))}</p>}
      <p className="decided">
        {pieces(said).map((piece, n) =>
          piece.weight === 0 ? (
            piece.text
          ) : (
            <mark key={n} className={piece.weight > 0 ? 'content' : 'against'} title={own.without(percent(Math.abs(piece.weight)), piece.weight > 0)}>
              {piece.text}
            </mark>
          ),
        )}
        {said.deciding.length > 0 && <span className="soft hint"> {own.decidedBy}</span>}
      </p>
      <div className="why-two">
        <div>
          <h3>{own.ranked}</h3>
          <ul className="bars">
            {said.ranked.slice(0, SHOWN).map((each) => (
              <li key={each.intent}>
                <button className="quiet" onClick={() => choose(each.intent)}>
                  {titled(each.intent)}
                </button>
                <span className="bar" aria-hidden="true">
                  <span style={{ width: percent(each.confidence) }} />
                </span>
                <span className="soft">{percent(each.confidence)}</span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{own.nearest}</h3>
          <ul className="near">
            {said.near.slice(0, SHOWN).map((each) => (
              <li key={`${each.intent} ${each.number}`}>
                ‘{each.text}’{' '}
                <button className="quiet" onClick={() => choose(each.intent)}>
                  {titled(each.intent)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

/** A share as it is said; one that falls short of another does not look like it. Nothing that is read is certain. */
export function inPercent(share: number, limit = 1): string {
  const most = share < limit ? Math.ceil(limit * 100) - 1 : 99
  return `${Math.min(99, most, Math.round(share * 100))}%`
}

/** The sentence in pieces, each with what it decides; places count code points. */
export function pieces(said: Pick<Sentence, 'deciding'> & { text: string }): { text: string; weight: number }[] {
  const letters = [...said.text]
  const found: { text: string; weight: number }[] = []
  let at = 0
  for (const each of [...said.deciding].sort((a, b) => a.start - b.start)) {
    if (each.start > at) found.push({ text: letters.slice(at, each.start).join(''), weight: 0 })
    found.push({ text: letters.slice(each.start, each.end).join(''), weight: each.weight })
    at = each.end
  }
  if (at < letters.length) found.push({ text: letters.slice(at).join(''), weight: 0 })
  return found
}
