/** A form that asks for something new: what it is about, its fields, what is still missing once sending was tried, and two buttons. */

import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'

import { useOwnWords } from '../../words/words'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  lead: string
  /** What is still missing, as a sentence; null when it may be sent. */
  missing: string | null
  send: string
  ask: () => void
  close: () => void
  children: (tried: boolean) => ReactNode
}

export function AskForm({ lead, missing, send, ask, close, children }: Given) {
  const own = useOwnWords({ ko, en })
  const [tried, setTried] = useState(false)
  return (
    <form
      className="ask-action"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (missing !== null) return
        ask()
        close()
      }}
    >
      <p className="soft">{lead}</p>
      {children(tried)}
      {tried && missing !== null && (
        <p className="complaint" role="alert">
          {missing}
        </p>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {own.action.cancel}
        </Button>
        <Button type="submit">{send}</Button>
      </Group>
    </form>
  )
}
