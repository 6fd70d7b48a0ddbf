/** The conversation, in which one of the customer's lines is to be chosen. */

import { Button, Title } from '@mantine/core'
import { useState } from 'react'

import { useOwnWords } from '../../words/words'
import type { SceneId } from './scenes'
import { en } from './words.en'
import { ko } from './words.ko'

interface Shown {
  id: SceneId
  hurt: number
  found: boolean
  find: () => void
}

export function Spot({ id, hurt, found, find }: Shown) {
  const own = useOwnWords({ ko, en })
  const scene = own.scenes[id]
  const [chosen, setChosen] = useState<number | null>(null)
  const choose = (line: number) => {
    setChosen(line)
    if (line === hurt) find()
  }
  return (
    <section className="exercise-part" aria-labelledby="spot">
      <Title order={2} size="h4" id="spot">
        {own.spot}
      </Title>
      <p className="soft">{own.spotLead}</p>
      <ol className="scene">
        {scene.lines.map((line, n) =>
          n % 2 ? (
            <li key={n} className="ours">
              <span className="unseen">{own.assistant}: </span>
              {line}
            </li>
          ) : (
            <li key={n}>
              <button
                type="button"
                aria-pressed={chosen === n || (found && n === hurt)}
                className={found && n === hurt ? 'hurt' : undefined}
                onClick={() => choose(n)}
              >
                <span className="unseen">{own.customer}: </span>
                {line}
              </button>
            </li>
          ),
        )}
      </ol>
      <div role="status" className={found || chosen !== null ? 'spot-said' : undefined}>
        {found ? (
          <p>
            <b>{own.right}</b> {scene.why}
          </p>
        ) : (
          chosen !== null && (
            <p>
              <b>{own.wrong}</b> {scene.hint}
            </p>
          )
        )}
      </div>
      {!found && chosen !== null && (
        <Button variant="subtle" size="compact-sm" onClick={find}>
          {own.show}
        </Button>
      )}
    </section>
  )
}
