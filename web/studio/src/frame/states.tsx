/** What stands where a page cannot: nothing there, something broke, the server did not answer. */

import { Button, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'

import { told } from '../api/problem'
import { useWords } from '../words/words'
import { NothingIcon, TroubleIcon } from './icons'

interface Given {
  title: string
  body?: string
  /** Something went wrong; without it there is only nothing here. */
  trouble?: boolean
  /** It stands for a whole page, so its title is the page's. */
  page?: boolean
  children?: ReactNode
}

export function State({ title, body, trouble = false, page = false, children }: Given) {
  const Sign = trouble ? TroubleIcon : NothingIcon
  return (
    <div className="state">
      <Sign size={36} />
      <Title order={page ? 1 : 2} size="h3">
        {title}
      </Title>
      {body && <Text className="soft">{body}</Text>}
      {children}
    </div>
  )
}

export function Failed({ problem, again }: { problem: unknown; again: () => void }) {
  const { words } = useWords()
  return (
    <div role="alert">
      <State trouble title={told(words, problem)}>
        <Button variant="default" onClick={again}>
          {words.tryAgain}
        </Button>
      </State>
    </div>
  )
}

function Broken() {
  const { words } = useWords()
  return (
    <div role="alert">
      <State trouble title={words.broken.title} body={words.broken.body}>
        <Button onClick={() => window.location.reload()}>{words.broken.reload}</Button>
      </State>
    </div>
  )
}

/** Keeps the frame standing when a page breaks. */
export class Catching extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}
