/** How far saving is, in the page's head; a conflict opens by itself and can be looked at again. */

import './draft.css'

import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'

import { Problem } from '../api/problem'
import { useOwnWords } from '../words/words'
import { ConflictDialog } from './conflict'
import { useSaveFile } from './draft'
import { en } from './words.en'
import { ko } from './words.ko'

export function SaveState({ name }: { name: string }) {
  const own = useOwnWords({ ko, en })
  const { state, conflict, problem, saveNow } = useSaveFile(name)
  const [looking, setLooking] = useState(false)
  useEffect(() => setLooking(state === 'conflict'), [state, conflict?.path])
  const refused = problem instanceof Problem && problem.status !== 503
  return (
    <div className={`save-state ${state}`}>
      <span role="status">
        {own.state[state]}
        {state === 'failed' && <span className="unseen">{refused ? own.refused : own.failedBody}</span>}
      </span>
      {state === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={saveNow} title={refused ? own.refused : own.failedBody}>
          {own.again}
        </Button>
      )}
      {state === 'conflict' && (
        <Button size="compact-sm" variant="default" onClick={() => setLooking(true)}>
          {own.look}
        </Button>
      )}
      <ConflictDialog name={name} opened={looking} close={() => setLooking(false)} />
    </div>
  )
}
