/** All exercises, and which of them were done. */

import './exercises.css'

import { Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { useOwnWords, useTitle } from '../../words/words'
import { REHEARSE, SCENES, SHORTEST, written } from './scenes'
import { en } from './words.en'
import { ko } from './words.ko'

export function ExercisesPage() {
  const own = useOwnWords({ ko, en })
  useTitle(own.title)
  const done = written()
  return (
    <div className="exercises">
      <Title order={1} size="h2">
        {own.title}
      </Title>
      <p className="soft">{own.lead}</p>
      <ol className="exercise-list">
        {SCENES.map(({ id }) => (
          <li key={id}>
            <Link to="/exercises/$scene" params={{ scene: id }}>
              <b>{own.scenes[id].title}</b>
              <span className="soft">{own.scenes[id].about}</span>
              {(done[id]?.length ?? 0) >= SHORTEST && <span className="exercise-done">{own.done}</span>}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/exercises/$scene" params={{ scene: REHEARSE }}>
            <b>{own.rehearse.title}</b>
            <span className="soft">{own.rehearse.about}</span>
          </Link>
        </li>
      </ol>
    </div>
  )
}
