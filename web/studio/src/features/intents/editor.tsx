/** One intent: what it is called, how customers say it, and its answer or the scenarios it leads to. */

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

import { useFindings } from '../../draft/draft'
import { FixRow } from '../../fixes/fix_row'
import { useFixes } from '../../fixes/use_fixes'
import { BackIcon } from '../../frame/icons'
import { useOwnWords } from '../../words/words'
import { Answer } from './answer'
import { withField, without } from './change'
import { Examples } from './examples'
import type { useHistory } from './history'
import { Line } from './line'
import { type Intent, scenariosOf } from './model'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  playbook: string
  intent: Intent
  history: ReturnType<typeof useHistory>
  weak: (intent: string, text: string) => string | null
  tell: (what: string) => void
  back: () => void
}

const NARROW = '(max-width: 860px)'
const FIELDS = ['title', 'matter', 'happened'] as const

export function Editor({ playbook, intent, history, weak, tell, back }: Given) {
  const own = useOwnWords({ ko, en })
  const fixesOf = useFixes(history.texts)
  const { findings } = useFindings(playbook)
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    // Whoever chose it from far below, or on a phone, begins at its top.
    const top = place.current?.getBoundingClientRect().top ?? 0
    if (top < 0 || window.matchMedia(NARROW).matches) place.current?.scrollIntoView()
  }, [intent.name])
  const mine = findings.filter((each) => each.where[0] === intent.kind && each.where[1] === intent.name)
  const scenarios = scenariosOf(history.texts, intent.name)
  // What is said of one row or of the answer stands there.
  const whole = mine.filter((each) => each.where[2] !== 'answer' && each.where[2] !== 'if_not_solved' && each.where.length < 4)
  return (
    <article ref={place} className="editor" aria-label={intent.title}>
      <button className="quiet back" onClick={back}>
        <BackIcon size={17} /> {own.backToList}
      </button>
      <div className="fields">
        {FIELDS.map((field) => (
          <label key={field} className={`about-field ${field}`}>
            <span>{own.field[field]}</span>
            <Line
              label={own.field[field]}
              value={intent[field]}
              placeholder={own.fieldHint[field]}
              longest={field === 'matter' ? 40 : 80}
              keep={(text) => history.change(own.fieldChanged, withField(history.texts, intent, field, text), `${intent.name}.${field}`)}
            />
          </label>
        ))}
      </div>
      {whole.map((each) => {
        const fixes = fixesOf(each)
        return (
          <div key={`${each.rule} ${each.line}`} className="remark">
            {each.message} {fixes.length === 0 && each.fix}
            <FixRow
              fixes={fixes}
              mend={({ files }) => {
                history.change(own.mendedIt, files)
                tell(own.mendedIt)
              }}
            />
          </div>
        )
      })}
      <p className="soft leads">
        <code>{intent.name}</code>
        {intent.kind === 'intents' &&
          (scenarios.length ? (
            <>
              {' · '}
              {own.leadsTo}{' '}
              {scenarios.map((each, n) => (
                <span key={each.id}>
                  {n > 0 && ', '}
                  <Link to="/playbooks/$playbook/scenarios/$scenario" params={{ playbook, scenario: each.id }}>
                    {each.title}
                  </Link>
                </span>
              ))}
            </>
          ) : (
            <> · {own.leadsNowhere}</>
          ))}
      </p>
      {intent.kind === 'answers' && <Answer intent={intent} history={history} findings={mine} tell={tell} />}
      <Examples key={intent.name} intent={intent} history={history} findings={mine} weak={(text) => weak(intent.name, text)} tell={tell} />
      <Button
        className="drop"
        size="compact-sm"
        variant="subtle"
        color="red"
        onClick={() => {
          history.change(own.intentRemoved(intent.title), without(history.texts, intent))
          tell(own.intentRemoved(intent.title))
          back()
        }}
      >
        {own.removeIntent}
      </Button>
    </article>
  )
}
