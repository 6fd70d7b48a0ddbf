/** All intents with how many examples each has, and a search through them. */

import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useMemo, useState } from 'react'

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
  // One of them is reached with Tab, the others with the arrows: what is open is one step behind the list.
  const reached = found.find((each) => each.name === open) ?? KINDS.map((kind) => found.find((each) => each.kind === kind)).find(Boolean)
  return (
    <div className="intent-list" onKeyDown={byArrow}>
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
                  <button className="intent" tabIndex={each === reached ? 0 : -1} aria-current={each.name === open ? 'true' : undefined} onClick={() => choose(each.name)}>
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

/** From one to the next with the arrows, out of the search too. */
function byArrow(event: KeyboardEvent<HTMLDivElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.intent')]
  const at = all.indexOf(event.target as HTMLElement)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: at < 0 ? -1 : 0, End: at < 0 ? -1 : all.length - 1 }[event.key]
  if (next === undefined || all[next] === undefined) return
  event.preventDefault()
  all[next].focus()
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
