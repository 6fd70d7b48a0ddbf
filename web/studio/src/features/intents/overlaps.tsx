/** Which two intents steal from each other: a map to look at, and beside it every pair with its examples. */

import { Button, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useCallback, useState } from 'react'

import { Failed, State } from '../../frame/states'
import { useOwnWords } from '../../words/words'
import { type Check, useCheck, type Weak } from './asking'
import { moved, withExamples } from './change'
import type { useHistory } from './history'
import type { Intent } from './model'
import { en } from './words.en'
import { ko } from './words.ko'

const OverlapMap = lazy(() => import('./overlap_map'))
const MOST_PAIRS = 12
const MOST_IN_MAP = 12
// With so many examples a check takes the server minutes.
const MANY = 1_000

interface Given {
  playbook: string
  intents: readonly Intent[]
  history: ReturnType<typeof useHistory>
  choose: (name: string) => void
  tell: (what: string) => void
}

export function Overlaps({ playbook, intents, history, choose, tell }: Given) {
  const own = useOwnWords({ ko, en })
  const { data: check, error, refetch, isFetching } = useCheck(playbook, true)
  const titled = useCallback((name: string) => intents.find((each) => each.name === name)?.title || name, [intents])
  if (error && !check) return <Failed problem={error} again={() => void refetch()} />
  if (!check)
    return (
      <div role="status">
        <p className="soft">{sum(intents) < MANY ? own.checking : own.checkingMany}</p>
        <Skeleton height={320} radius="lg" />
      </div>
    )
  if (check.right === null) return <State title={own.nothingToCheck} body={own.nothingToCheckBody} />
  return (
    <div className="overlaps">
      <p role="status" aria-busy={isFetching}>
        {own.checked(Math.round(check.right * 100), check.measured)} {isFetching && <span className="soft">{sum(intents) < MANY ? own.checkingAgain : own.checkingMany}</span>}
      </p>
      <p className="soft hint">{own.howChecked}</p>
      {check.overlaps.length === 0 ? (
        <State title={own.noOverlap} body={own.noOverlapBody} />
      ) : (
        <Pairs check={check} intents={intents} history={history} choose={choose} tell={tell} titled={titled} />
      )}
      <Alone check={check} choose={choose} titled={titled} />
    </div>
  )
}

const sum = (intents: readonly Intent[]) => intents.reduce((all, each) => all + each.examples.length, 0)

interface Shown extends Omit<Given, 'playbook'> {
  check: Check
  titled: (name: string) => string
}

function Pairs({ check, intents, history, choose, tell, titled }: Shown) {
  const own = useOwnWords({ ko, en })
  const wide = useMediaQuery('(min-width: 700px)', true)
  const [open, setOpen] = useState('')
  const [all, setAll] = useState(false)
  const mixed = new Set(check.overlaps.flatMap((each) => [each.one, each.two])).size
  const shown = all ? check.overlaps : check.overlaps.slice(0, MOST_PAIRS)
  return (
    <>
      {wide && (
        <figure className="card map">
          <figcaption>
            <b>{own.map}</b> <span className="soft">
              {own.mapHint} {mixed > MOST_IN_MAP && own.mapWorst(MOST_IN_MAP, mixed)}
            </span>
          </figcaption>
          <div aria-hidden="true">
            <Suspense fallback={<Skeleton height={320} radius="md" />}>
              <OverlapMap check={check} titled={titled} most={MOST_IN_MAP} />
            </Suspense>
          </div>
        </figure>
      )}
      <div className="card pairs-card">
        <table className="pairs">
          <caption>{own.pairs}</caption>
          <thead>
            <tr>
              <th scope="col">{own.pair}</th>
              <th scope="col" className="number">
                {own.pairCount}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((pair) => {
              const key = `${pair.one} ${pair.two}`
              const weak = check.weak.filter(
                (each) => (each.intent === pair.one && each.nearest === pair.two) || (each.intent === pair.two && each.nearest === pair.one),
              )
              return (
                <tr key={key}>
                  <td>
                    <button className="quiet pair" aria-expanded={open === key} onClick={() => setOpen(open === key ? '' : key)}>
                      {titled(pair.one)} ↔ {titled(pair.two)}
                    </button>
                    {open === key && (
                      <Stolen weak={weak} intents={intents} history={history} choose={choose} tell={tell} titled={titled} />
                    )}
                  </td>
                  <td className="number">{pair.taken + pair.given}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
        {check.overlaps.length > MOST_PAIRS && !all && (
          <button className="quiet" onClick={() => setAll(true)}>
            {own.morePairs(check.overlaps.length - MOST_PAIRS)}
          </button>
        )}
      </div>
    </>
  )
}

function Stolen({ weak, intents, history, choose, tell, titled }: Omit<Shown, 'check'> & { weak: readonly Weak[] }) {
  const own = useOwnWords({ ko, en })
  const named = (name: string) => intents.find((each) => each.name === name)
  return (
    <ul className="stolen">
      {weak.map((each) => {
        const [from, to] = [named(each.intent), named(each.nearest)]
        const number = from?.examples.indexOf(each.text) ?? -1
        if (!from || number < 0) return null
        return (
          <li key={`${each.intent} ${each.number}`}>
            <span>‘{each.text}’</span>
            <span className="soft hint">
              {each.read_as === null
                ? own.hesitates(titled(each.intent), titled(each.nearest))
                : own.leans(titled(each.intent), titled(each.nearest), Math.round(each.confidence * 100), Math.round(each.own * 100))}
            </span>
            <span className="acts">
              <Button size="compact-xs" variant="default" onClick={() => choose(each.intent)}>
                {own.edit}
              </Button>
              {to && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => {
                    history.change(own.movedTo(titled(each.nearest)), moved(history.texts, from, number, to))
                    tell(own.movedTo(titled(each.nearest)))
                  }}
                >
                  {own.moveTo(titled(each.nearest))}
                </Button>
              )}
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                onClick={() => {
                  history.change(own.removed, withExamples(history.texts, from, from.examples.filter((_, n) => n !== number)))
                  tell(own.removed)
                }}
              >
                {own.drop}
              </Button>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Examples that no intent takes, and intents that are too small to be measured. */
function Alone({ check, choose, titled }: { check: Check; choose: (name: string) => void; titled: (name: string) => string }) {
  const own = useOwnWords({ ko, en })
  const unsure = check.weak.filter((each) => each.nearest === each.intent)
  if (!unsure.length && !check.too_few.length) return null
  return (
    <details className="card alone">
      <summary>{own.unsure(unsure.length + check.too_few.length)}</summary>
      <p className="soft hint">{own.unsureHint}</p>
      <ul className="near">
        {check.too_few.map((name) => (
          <li key={name}>
            <button className="quiet" onClick={() => choose(name)}>
              {titled(name)}
            </button>{' '}
            <span className="soft">{own.tooFew}</span>
          </li>
        ))}
        {unsure.map((each) => (
          <li key={`${each.intent} ${each.number}`}>
            ‘{each.text}’{' '}
            <button className="quiet" onClick={() => choose(each.intent)}>
              {titled(each.intent)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
