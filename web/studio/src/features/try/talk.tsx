/** The talk of a try: what the customer said and how it was read, what the draft answered and why. */

import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'

import { told } from '../../api/problem'
import { useOwnWords, useWords } from '../../words/words'
import { Answered } from './answered'
import type { Line, Supposed, Systems } from './lines'
import { type Came, same, type Tried } from './play'
import { Said } from './said'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  playbook: string
  lines: readonly Line[]
  shown: { tried?: Tried | null; lines: readonly Line[] } | undefined
  waiting: boolean
  problem: unknown
  again: () => void
  rewritten: ReadonlySet<number>
  suppose: (n: number, felt: Supposed | null) => void
  press: (value: string, label: string) => void
  say: (text: string) => void
  cut: (length: number) => void
  compare: () => void
  systems: Systems
  ask: (action: string) => void
  onStep?: (scenario: string, step: string) => void
}

export function Talk({ playbook, lines, shown, waiting, problem, again, rewritten, suppose, press, say, cut, compare, systems, ask, onStep }: Given) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const tried = shown?.tried
  const place = useRef<HTMLDivElement>(null)
  // A line's answer stands as long as nothing before it was changed; a newer one replaces it when it comes.
  const fits = lines.findIndex((line, n) => !same(line, shown?.lines[n]))
  const known = fits < 0 ? lines.length : fits
  const lastSaid = lines.reduce((found, line, n) => ('say' in line ? n : found), -1)
  const stopped = tried?.stopped && tried.stopped.line < known ? tried.stopped : null
  useEffect(() => {
    const box = place.current
    // Before anything is said, the draft's first words are read from their beginning.
    if (box) box.scrollTop = lines.length ? box.scrollHeight : 0
  }, [lines.length, tried?.came.length])

  const cameAt = (n: number): Came | undefined => (n < known ? tried?.came[n] : undefined)
  return (
    <div className="try-lines" ref={place} role="log" aria-label={own.talk} aria-busy={waiting} tabIndex={0}>
      <ol className="lines">
        {tried && <Answered playbook={playbook} came={tried.opening} tried={tried} onStep={onStep} />}
        {!lines.length && (
          <li className="try-empty soft">
            <b>{own.empty}</b>
            {own.emptyBody}
            {!!tried?.openers?.length && (
              <div className="try-openers" role="group" aria-label={own.openers}>
                <span>{own.openers}</span>
                {tried.openers.map((each) => (
                  <Button key={each} size="compact-sm" variant="default" radius="xl" onClick={() => say(each)}>
                    {each}
                  </Button>
                ))}
              </div>
            )}
          </li>
        )}
        {lines.map((line, n) => {
          const came = cameAt(n)
          const isLast = n === lines.length - 1
          return [
            <Said
              key={`said-${n}`}
              line={line}
              came={came}
              intents={tried?.intents ?? {}}
              suppose={(felt) => suppose(n, felt)}
              compare={n === lastSaid && came ? compare : undefined}
            />,
            came && (
              <Answered
                key={`answered-${n}`}
                playbook={playbook}
                came={came}
                tried={tried as Tried}
                rewritten={rewritten.has(n)}
                press={isLast ? press : undefined}
                waited={'wait' in line}
                systems={systems}
                ask={ask}
                onStep={onStep}
              />
            ),
            stopped?.line === n && (
              <li key={`stopped-${n}`} className="try-stopped" role="alert">
                {own.stopped[stopped.why]}
                <Button size="compact-sm" variant="default" onClick={() => cut(n)}>
                  {own.cut}
                </Button>
              </li>
            ),
          ]
        })}
        {waiting && lines.length > known && (
          <li className="line ours">
            <span className="try-thinking" role="status">
              <span className="unseen">{own.thinking}</span>
            </span>
          </li>
        )}
        {problem !== undefined && (
          <li className="try-stopped" role="alert">
            {told(words, problem)}
            <Button size="compact-sm" variant="default" onClick={again}>
              {words.tryAgain}
            </Button>
          </li>
        )}
      </ol>
    </div>
  )
}
