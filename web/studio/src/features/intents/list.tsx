/** All intents with how many examples each has, and a search through them. */

import { TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'

import { SearchIcon } from '../../frame/icons'
import { useOwnWords } from '../../words/words'
import type { Intent, Kind } from './model'
import { en } from './words.en'
import { ko } from './words.ko'

/** Fewer than this are too few to tell an intent by. */
const FEWEST = 5
const KINDS: readonly Kind[] = ['intents', 'answers']

interface Given {
  intents: readonly Intent[]
  open: string | undefined
  choose: (name: string) => void
  /** How many of an intent's examples the last check found weak; null before there was one. */
  weak: (name: string) => number | null
}

export function IntentList({ intents, open, choose, weak }: Given) {
  const own = useOwnWords({ ko, en })
  const [sought, setSought] = useState('')
  const found = useMemo(() => {
    const words = sought.toLowerCase().split(/\s+/).filter(Boolean)
    const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word))
    return intents.filter((each) => holds([each.title, each.name, each.matter, ...each.examples].join('\n')))
  }, [intents, sought])
  return (
    <div className="intent-list">
      <TextInput
        type="search"
        aria-label={own.search}
        placeholder={own.search}
        leftSection={<SearchIcon size={17} />}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      {KINDS.map((kind) => {
        const these = found.filter((each) => each.kind === kind)
        if (!these.length) return null
        return (
          <section key={kind} aria-label={own.kind[kind]}>
            <h2 className="soft">
              {own.kind[kind]} <span className="count">{these.length}</span>
            </h2>
            <ul>
              {these.map((each) => (
                <li key={each.name}>
                  <button className="intent" aria-current={each.name === open ? 'true' : undefined} onClick={() => choose(each.name)}>
                    <span className="name">{each.title || each.name}</span>
                    <Marks intent={each} weak={weak(each.name)} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {found.length === 0 && <p className="soft">{own.notFound}</p>}
    </div>
  )
}

function Marks({ intent, weak }: { intent: Intent; weak: number | null }) {
  const own = useOwnWords({ ko, en })
  const few = intent.examples.length < FEWEST
  return (
    <span className="marks">
      {weak !== null && weak > 0 && (
        <span className="feeling worried" title={own.weakTitle(weak)}>
          {own.weak(weak)}
        </span>
      )}
      <span className={few ? 'few' : 'soft'} title={few ? own.few : own.count(intent.examples.length)}>
        {intent.examples.length}
        <span className="unseen"> {few ? own.few : own.examples}</span>
      </span>
    </span>
  )
}
