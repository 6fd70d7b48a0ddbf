/** The few questions before a new intent begins. */

import '@mantine/core/styles/Group.css'

import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

import { useOwnWords } from '../../words/words'
import { freeName, withNew } from './change'
import type { useHistory } from './history'
import type { Intent, Kind } from './model'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  intents: readonly Intent[]
  history: ReturnType<typeof useHistory>
  begun: (name: string) => void
  close: () => void
}

export function NewIntent({ intents, history, begun, close }: Given) {
  const own = useOwnWords({ ko, en })
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<Kind>('answers')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const said = title.replace(/\s+/g, ' ').trim()
    if (!said) return
    const name = freeName(new Set(intents.map((each) => each.name)), said)
    history.change(own.intentAdded(said), withNew(history.texts, { kind, name, title: said, examples: [] }))
    begun(name)
  }
  return (
    <form className="card new-intent" aria-label={own.newIntent} onSubmit={submit} noValidate>
      <TextInput
        label={own.newTitle}
        placeholder={own.newTitleHint}
        value={title}
        maxLength={80}
        autoFocus
        error={tried && !title.trim() ? own.titleMissing : undefined}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
      <NativeSelect
        label={own.newKind}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Kind)}
        data={[
          { value: 'answers', label: own.newKinds.answers },
          { value: 'intents', label: own.newKinds.intents },
        ]}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {own.cancel}
        </Button>
        <Button type="submit">{own.begin}</Button>
      </Group>
    </form>
  )
}
