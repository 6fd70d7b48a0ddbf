/** The last exercise: rehearse, change one thing, rehearse again with the same customers, and see the difference. */

import './exercises.css'

import { Button, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useDraft } from '../../draft/draft'
import { placeOf, usePlaybook } from '../../draft/section'
import { BackIcon, GoIcon } from '../../frame/icons'
import { useOwnWords, useTitle } from '../../words/words'
import { type Run, runsQuery } from '../rehearsals/asking'
import { tasksDone, TASKS } from './rehearsed'
import { en } from './words.en'
import { ko } from './words.ko'

export function RehearseExercise() {
  const own = useOwnWords({ ko, en })
  const playbook = usePlaybook()
  useTitle(own.rehearse.title)
  return (
    <div className="exercises">
      <Link to="/exercises" className="back">
        <BackIcon size={16} />
        {own.all}
      </Link>
      <Title order={1} size="h2">
        {own.rehearse.title}
      </Title>
      <p className="soft">{own.rehearse.lead}</p>
      {playbook ? (
        <Tasks key={playbook} playbook={playbook} />
      ) : (
        <Button component={Link} to="/playbooks">
          {own.rehearse.begin}
        </Button>
      )}
    </div>
  )
}

function Tasks({ playbook }: { playbook: string }) {
  const own = useOwnWords({ ko, en })
  const { draft } = useDraft(playbook)
  const { data: runs } = useQuery(runsQuery(playbook))
  if (!draft || !runs) return null
  const { done, second } = tasksDone(runs, draft.files)
  const next = TASKS[done.length]
  return (
    <>
      <ol className="rehearse-tasks">
        {TASKS.map((task, n) => (
          <li key={task} className={`exercise-part${done.includes(task) ? ' done' : ''}`}>
            <Title order={2} size="h4">
              {n + 1}. {own.rehearse.tasks[task].title}
              {done.includes(task) && <span className="exercise-done"> {own.done}</span>}
            </Title>
            <p>{own.rehearse.tasks[task].body}</p>
            {(task === next || done.includes(task)) && <Go task={task} playbook={playbook} second={second} first={task === next} />}
          </li>
        ))}
      </ol>
      {done.length === TASKS.length && <p role="status">{own.rehearse.lesson}</p>}
    </>
  )
}

function Go({ task, playbook, second, first }: { task: (typeof TASKS)[number]; playbook: string; second: Run | null; first: boolean }) {
  const own = useOwnWords({ ko, en })
  const look = { variant: first ? 'filled' : 'default', size: 'sm', rightSection: <GoIcon size={15} /> } as const
  const to =
    task === 'compare' && second
      ? `${placeOf(playbook, 'rehearsals')}/${second.id}#compare`
      : placeOf(playbook, task === 'change' ? 'empathy' : 'rehearsals')
  return (
    <div>
      <Button component={Link} to={to} {...look}>
        {own.rehearse.tasks[task].go}
      </Button>
    </div>
  )
}
