/** Three replies beside each other: the first one, one's own, and ours with the thought behind it. */

import { Button, Group, Title } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

import { placeOf, usePlaybook } from '../../draft/section'
import { useOwnWords } from '../../words/words'
import { sceneAfter, type SceneId } from './scenes'
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
        {next && <Button onClick={() => void go({ to: '/exercises/$scene', params: { scene: next } })}>{own.next}</Button>}
        <Button variant="default" onClick={again}>
          {own.again}
        </Button>
        {playbook && (
          <Button component={Link} variant="subtle" to={placeOf(playbook, 'try')}>
            {own.tryIt}
          </Button>
        )}
      </Group>
    </section>
  )
}
