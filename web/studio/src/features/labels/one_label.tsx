/** One message that waits for a label: why it waits, its conversation, how it was read, and what a person says of it. */

import { Button, NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

import { EMOTIONS, groupOf } from '../../words/feelings'
import { useNames } from '../../words/named'
import { BANDS, bandOf } from '../../words/strength'
import { moment } from '../../words/times'
import { useOwnWords, useWords } from '../../words/words'
import { actOf, felt, type Item, type Label, labelOf, NOTHING, type Said, SAYS_NOTHING } from './label'
import { en } from './words.en'
import { ko } from './words.ko'

/** Lines before it that are shown; its conversation has them all. */
const LINES = 4

interface Given {
  item: Item
  put: (label: Label, said: string) => void
  undo: () => void
  busy: boolean
}

export function OneLabel({ item, put, undo, busy }: Given) {
  const own = useOwnWords({ ko, en })
  const { words, language } = useWords()
  const names = useNames()
  const [said, setSaid] = useState<Said>(NOTHING)
  const [open, setOpen] = useState(false)
  const card = useRef<HTMLElement>(null)
  const title = useId()
  // The keyboard goes on with the message that came, unless it is choosing among others.
  useEffect(() => {
    if (document.activeElement?.matches('select')) return
    card.current?.focus({ preventScroll: true })
    if (card.current && card.current.getBoundingClientRect().top < 0) card.current.scrollIntoView()
  }, [])

  const save = () => {
    const label = labelOf(said, item.playbook)
    const feeling = said.emotion && words.emotion[said.emotion]
    const strength = said.emotion && said.emotion !== 'neutral' && words.strength[said.strength]
    const intent = said.intent === undefined ? '' : said.intent === '' ? own.noneFits : names.intent(item.playbook, said.intent)
    if (label) put(label, own.settled.labelled([feeling, strength, intent].filter(Boolean).join(' · ')))
  }
  const verdict = (one: 'cannot_tell' | 'skipped') => put({ ...SAYS_NOTHING, verdict: one }, own.settled[one])
  const pressed = (event: KeyboardEvent) => {
    const act = actOf(event.nativeEvent)
    const target = event.target as HTMLElement
    if (act === undefined || event.repeat || event.altKey || event.ctrlKey || event.metaKey || target.matches('select')) return
    // On a button or a link Enter does what they do.
    if (act === 'save' && target.closest('a, button, summary')) return
    event.preventDefault()
    if (act === 'save') save()
    else if (act === 'undo') undo()
    else if (act === 'reading') setOpen(!open)
    else if (act === 'cannot_tell' || act === 'skipped') verdict(act)
    else setSaid(felt(said, act.felt))
  }
  return (
    <section ref={card} className="one-label" tabIndex={-1} aria-labelledby={title} aria-busy={busy} onKeyDown={pressed}>
      <ul className="reasons" aria-label={own.why}>
        {item.reasons.map((each) => (
          <li key={each} className="waits">
            {each === 'corrected' && item.corrected_emotion ? own.correctedTo(words.emotion[item.corrected_emotion]) : own.reason[each]}
          </li>
        ))}
      </ul>
      {item.history.length > 0 && (
        <ol className="before" aria-label={own.before}>
          {item.history.slice(-LINES).map((line, n) => (
            <li key={n} className={line.by}>
              <span className="soft">{own.by[line.by]}</span> {line.text}
            </li>
          ))}
        </ol>
      )}
      <h2 id={title} className="labelled">
        <span className="soft">{own.message}</span>
        <q>{item.text}</q>
      </h2>
      <p className="soft about-label">
        {names.playbook(item.playbook)} · {moment(new Date(item.at), language)} ·{' '}
        <Link to="/conversations/$id" params={{ id: item.conversation }} hash={`line-${item.version}`}>
          {own.inConversation}
        </Link>
      </p>
      <Reading item={item} open={open} toggle={() => setOpen(!open)} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <fieldset className="label-choices">
          <legend>{own.feeling}</legend>
          {EMOTIONS.map((each, n) => (
            <label key={each}>
              <input type="radio" name="emotion" checked={said.emotion === each} onChange={() => setSaid(felt({ ...said, emotion: undefined }, each))} />
              <span className={`feeling ${groupOf(each)}`}>{words.emotion[each]}</span>
              <kbd aria-hidden="true">{(n + 1) % 10}</kbd>
            </label>
          ))}
        </fieldset>
        {said.emotion && said.emotion !== 'neutral' && (
          <fieldset className="label-choices">
            <legend>{own.strength}</legend>
            {BANDS.map((each) => (
              <label key={each}>
                <input type="radio" name="strength" checked={said.strength === each} onChange={() => setSaid({ ...said, strength: each })} />
                {words.strength[each]}
              </label>
            ))}
          </fieldset>
        )}
        <Intent item={item} said={said} say={setSaid} />
        <p className="soft small">{item.may_be_learned ? own.learned : own.notLearned}</p>
        <div className="label-acts">
          <Button type="submit" disabled={labelOf(said, item.playbook) === undefined} loading={busy}>
            {own.save}
          </Button>
          <Button variant="default" onClick={() => verdict('cannot_tell')}>
            {own.cannotTell}
          </Button>
          <Button variant="default" onClick={() => verdict('skipped')}>
            {own.skip}
          </Button>
        </div>
        <p className="soft small keys-told">{own.keys}</p>
      </form>
    </section>
  )
}

/** How it was read; folded, because it sways. */
function Reading({ item, open, toggle }: { item: Item; open: boolean; toggle: () => void }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const names = useNames()
  const read = item.reading
  if (!read) return null
  return (
    <details className="label-reading" open={open}>
      <summary
        onClick={(event) => {
          event.preventDefault()
          toggle()
        }}
      >
        {own.reading} <span className="soft small">{own.sways}</span>
      </summary>
      <p>
        <span className={`feeling ${read.emotion.group}`}>
          {words.emotion[read.emotion.dominant]}
          {read.emotion.dominant !== 'neutral' && <> · {words.strength[bandOf(read.emotion.strength)]}</>}
        </span>{' '}
        {!read.emotion.sure && <span className="soft">{words.read.unsure} · </span>}
        <span className="soft">{read.intent ? names.intent(item.playbook, read.intent) : own.noIntent}</span>
      </p>
    </details>
  )
}

function Intent({ item, said, say }: { item: Item; said: Said; say: (said: Said) => void }) {
  const own = useOwnWords({ ko, en })
  const { playbooks } = useNames()
  const intents = playbooks.find((each) => each.name === item.playbook)?.intents ?? []
  return (
    <NativeSelect
      label={own.intent}
      value={said.intent === undefined ? 'not-said' : said.intent ? `is ${said.intent}` : 'none'}
      onChange={({ currentTarget: { value } }) =>
        say({ ...said, intent: value === 'not-said' ? undefined : value === 'none' ? '' : value.slice('is '.length) })
      }
      data={[
        { value: 'not-said', label: own.notSaid },
        { value: 'none', label: own.noneFits },
        ...intents.map((each) => ({ value: `is ${each.id}`, label: each.title })),
      ]}
    />
  )
}
