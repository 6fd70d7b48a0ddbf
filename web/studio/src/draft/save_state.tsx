/** How far saving is, in the page's head; a conflict opens by itself and can be looked at again. */

import './draft.css'

import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'

import { Problem, told } from '../api/problem'
import { useOwnWords, useWords } from '../words/words'
import { ConflictDialog } from './conflict'
import { useSaveFile } from './draft'
import { REFUSED } from './saver'
import { en } from './words.en'
import { ko } from './words.ko'

export function SaveState({ name }: { name: string }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const { state, conflict, problem, saveNow } = useSaveFile(name)
  const [looking, setLooking] = useState(false)
  useEffect(() => setLooking(state === 'conflict'), [state, conflict?.path])
  const refused = problem instanceof Problem && REFUSED.includes(problem.status)
  const why = !refused ? own.failedBody : [403, 404].includes(problem.status) ? told(words, problem) : own.refused
  return (
    <div className={`save-state ${state}`}>
      <span role="status">
        {own.state[state]}
        {state === 'failed' && <small>{why}</small>}
      </span>
      {state === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={saveNow}>
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
