/** One exercise: find where it hurts, write a better reply, compare. */

import './exercises.css'

import { Button, Title } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'

import { BackIcon } from '../../frame/icons'
import { State } from '../../frame/states'
import { useOwnWords, useTitle } from '../../words/words'
import { Compared } from './compared'
import { RehearseExercise } from './rehearse'
import { REHEARSE, SCENES, type SceneId, written } from './scenes'
import { Spot } from './spot'
import { en } from './words.en'
import { ko } from './words.ko'
import { Write } from './write'

export function ExercisePage() {
  const { scene = '' } = useParams({ strict: false }) as { scene?: string }
  if (scene === REHEARSE) return <RehearseExercise />
  return <SceneExercise scene={scene} />
}

function SceneExercise({ scene }: { scene: string }) {
  const own = useOwnWords({ ko, en })
  const known = SCENES.find((each) => each.id === scene)
  useTitle(known ? own.scenes[known.id].title : own.lost)
  if (!known) {
    return (
      <State title={own.lost}>
        <Button component={Link} to="/exercises">
          {own.all}
        </Button>
      </State>
    )
  }
  return <Exercise key={known.id} id={known.id} hurt={known.hurt} />
}

function Exercise({ id, hurt }: { id: SceneId; hurt: number }) {
  const own = useOwnWords({ ko, en })
  const [text, setText] = useState(() => written()[id] ?? '')
  const [found, setFound] = useState(false)
  const [comparing, setComparing] = useState(false)
  return (
    <div className="exercises">
      <Link to="/exercises" className="back">
        <BackIcon size={16} />
        {own.all}
      </Link>
      <Title order={1} size="h2">
        {own.scenes[id].title}
      </Title>
      <Spot id={id} hurt={hurt} found={found} find={() => setFound(true)} />
      {found && <Write id={id} text={text} change={setText} done={() => setComparing(true)} />}
      {found && comparing && <Compared id={id} mine={text} again={() => setComparing(false)} />}
    </div>
  )
}
