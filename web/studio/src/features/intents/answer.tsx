/** The words of an answer and their alternatives, edited in place. */

import '@mantine/core/styles/Checkbox.css'

import { Button, Checkbox } from '@mantine/core'

import type { Finding } from '../../draft/draft'
import { CloseIcon } from '../../frame/icons'
import { useOwnWords } from '../../words/words'
import { withAsking, withSaid } from './change'
import type { useHistory } from './history'
import { Line } from './line'
import type { Intent, Said } from './model'
import { en } from './words.en'
import { ko } from './words.ko'

const TIMES = ['first', 'second', 'third'] as const
type Time = (typeof TIMES)[number]

interface Given {
  intent: Intent
  history: ReturnType<typeof useHistory>
  findings: readonly Finding[]
  tell: (what: string) => void
}

export function Answer({ intent, history, findings, tell }: Given) {
  const own = useOwnWords({ ko, en })
  if (!intent.answer) return null
  const set = (field: 'answer' | 'if_not_solved', said: Said | null, mark = '') =>
    history.change(own.answerChanged, withSaid(history.texts, intent, field, said), mark && `${intent.name}.${field}.${mark}`)
  const of = (field: string) => findings.filter((each) => each.where[2] === field)
  return (
    <section className="answer" aria-label={own.answer}>
      <h3>{own.answer}</h3>
      <Words said={intent.answer} set={(said, mark) => set('answer', said, mark)} tell={tell} findings={of('answer')} />
      <h3>{own.notSolved}</h3>
      {intent.notSolved ? (
        <>
          <Words said={intent.notSolved} set={(said, mark) => set('if_not_solved', said, mark)} tell={tell} findings={of('if_not_solved')} />
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => (set('if_not_solved', null), tell(own.answerChanged))}>
            {own.dropNotSolved}
          </Button>
        </>
      ) : (
        <>
          <p className="soft hint">{own.notSolvedHint}</p>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => set('if_not_solved', { first: [own.notSolvedWords], second: [], third: [], plain: true, cases: false })}
          >
            {own.addNotSolved}
          </Button>
        </>
      )}
      <Checkbox
        label={own.asks}
        checked={intent.asksIfSolved}
        onChange={(event) => history.change(own.answerChanged, withAsking(history.texts, intent, event.currentTarget.checked))}
      />
    </section>
  )
}

interface Shown {
  said: Said
  set: (said: Said, mark?: string) => void
  tell: (what: string) => void
  findings: readonly Finding[]
}

function Words({ said, set, tell, findings }: Shown) {
  const own = useOwnWords({ ko, en })
  const change = (time: Time, texts: string[], mark = '') => set({ ...said, [time]: texts }, mark && `${time}.${mark}`)
  const shown = TIMES.filter((time) => time === 'first' || said[time].length > 0)
  const next = TIMES.find((time) => said[time].length === 0)
  return (
    <div className="words">
      {shown.map((time) => (
        <div key={time} className="time" role="group" aria-label={own.time[time]}>
          {shown.length > 1 && <span className="soft">{own.time[time]}</span>}
          {said[time].map((text, n) => (
            <div key={n} className="example">
              <Line
                label={own.wordsNumber(own.time[time], n + 1)}
                value={text}
                many
                placeholder={n > 0 ? own.otherWords : own.answerHint}
                keep={(typed) => change(time, said[time].map((each, at) => (at === n ? typed : each)), String(n))}
              />
              {(said[time].length > 1 || time !== 'first') && (
                <button
                  className="quiet bare"
                  aria-label={own.remove(text)}
                  onClick={() => {
                    change(time, said[time].filter((_, at) => at !== n))
                    tell(own.answerChanged)
                  }}
                >
                  <CloseIcon size={17} />
                </button>
              )}
            </div>
          ))}
          <button className="quiet" onClick={() => change(time, [...said[time], ''])}>
            {own.addWords}
          </button>
        </div>
      ))}
      {said.cases && <p className="soft hint">{own.hasCases}</p>}
      {next && next !== 'first' && (
        <button className="quiet" onClick={() => set({ ...said, plain: false, [next]: [said.first[0] ?? ''] })}>
          {own.addTime[next]}
        </button>
      )}
      {findings.map((each, n) => (
        <p key={n} className="remark">
          {each.message} {each.fix}
        </p>
      ))}
    </div>
  )
}
