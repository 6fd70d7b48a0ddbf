/** Three replies beside each other: the first one, one's own, and ours with the thought behind it. */

import { Button, Group, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

import { usePlaybook } from '../../draft/section'
import { useOwnWords } from '../../words/words'
import { useLines } from '../try/lines'
import { TryBeside } from '../try/try_beside'
import { saidByCustomer, sceneAfter, type SceneId } from './scenes'
import { en } from './words.en'
import { ko } from './words.ko'

export function Compared({ id, mine, again }: { id: SceneId; mine: string; again: () => void }) {
  const own = useOwnWords({ ko, en })
  const playbook = usePlaybook()
  const go = useNavigate()
  const next = sceneAfter(id)
  const scene = own.scenes[id]
  const head = useRef<HTMLHeadingElement>(null)
  // It opens below the button that was pressed.
  useEffect(() => head.current?.focus(), [])
  return (
    <section className="exercise-part" aria-labelledby="compared">
      <Title order={2} size="h4" id="compared" ref={head} tabIndex={-1}>
        {own.compared}
      </Title>
      <div className="three">
        {(
          [
            ['cold', own.before, scene.cold],
            ['mine', own.mine, mine],
            ['kind', own.ours, scene.kind],
          ] as const
        ).map(([key, name, text]) => (
          <figure key={key} className={key}>
            <figcaption>{name}</figcaption>
            <p>{text}</p>
          </figure>
        ))}
      </div>
      <p>{scene.lesson}</p>
      <p className="soft">{own.oursNote}</p>
      <Group gap="sm">
        <Button onClick={() => void go({ to: '/exercises/$scene', params: { scene: next } })}>{own.next}</Button>
        <Button variant="default" onClick={again}>
          {own.again}
        </Button>
        {playbook && <TryScene playbook={playbook} said={saidByCustomer(scene.lines)} />}
      </Group>
    </section>
  )
}

/** One's own playbook beside the exercise, with the customer of the exercise in it; what stood there can be brought back. */
function TryScene({ playbook, said }: { playbook: string; said: readonly string[] }) {
  const own = useOwnWords({ ko, en })
  const { lines, take } = useLines(playbook)
  const there = lines.length === said.length && lines.every((line, n) => 'say' in line && line.say === said[n])
  return (
    <TryBeside
      playbook={playbook}
      label={own.tryIt}
      opens={() => {
        if (!there) take({ lines: said.map((say) => ({ say })), systems: {} })
      }}
    />
  )
}
