/** The few questions before a new playbook begins. */

import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'

import { api, data } from '../../api/client'
import { Problem, told } from '../../api/problem'
import { draftQuery } from '../../draft/draft'
import { useOwnWords, useWords } from '../../words/words'
import { freeOf, romanised } from '../../yaml/roman'
import { en } from './words.en'
import { ko } from './words.ko'

interface Known {
  name: string
  title: string
}

export function NewPlaybook({ playbooks, close }: { playbooks: readonly Known[]; close: () => void }) {
  const own = useOwnWords({ ko, en })
  const { words, language: spoken } = useWords()
  const [title, setTitle] = useState('')
  // Until somebody writes another one, the name is the title as it sounds.
  const [typed, setTyped] = useState<string | null>(null)
  const name = typed ?? freeOf(romanised(title), (each) => playbooks.some((known) => known.name === each))
  const [language, setLanguage] = useState<'ko' | 'en'>(spoken)
  const [from, setFrom] = useState('')
  const [tried, setTried] = useState(false)
  const begin = useBegin()
  const code = begin.error instanceof Problem ? begin.error.code : ''
  const badName = !/^[a-z][a-z0-9_]*$/.test(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (title.trim() && !badName) begin.mutate({ name, title: title.trim(), language, from: from || null })
  }
  return (
    <form className="new-playbook" onSubmit={submit} aria-label={own.make} noValidate>
      <Stack gap="md">
        <TextInput
          label={own.label}
          description={own.labelHint}
          value={title}
          maxLength={100}
          data-autofocus
          autoFocus
          error={tried && !title.trim() ? own.missing : undefined}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={own.name}
          description={own.nameHint}
          value={name}
          maxLength={64}
          autoCapitalize="none"
          spellCheck={false}
          error={code === 'name_taken' ? own.taken : tried && badName ? own.badName : undefined}
          onChange={(event) => (begin.reset(), setTyped(event.currentTarget.value))}
        />
        <NativeSelect
          label={own.from}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          data={[{ value: '', label: own.small }, ...playbooks.map((each) => ({ value: each.name, label: own.copyOf(each.title) }))]}
        />
        {!from && (
          <NativeSelect
            label={own.language}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value as 'ko' | 'en')}
            data={[
              { value: 'ko', label: own.korean },
              { value: 'en', label: own.english },
            ]}
          />
        )}
        {begin.error && code !== 'name_taken' && <p role="alert">{told(words, begin.error)}</p>}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {own.cancel}
          </Button>
          <Button type="submit" loading={begin.isPending}>
            {own.go}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface Wanted {
  name: string
  title: string
  language: 'ko' | 'en'
  from: string | null
}

function useBegin() {
  const queries = useQueryClient()
  const go = useNavigate()
  return useMutation({
    mutationFn: async (body: Wanted) => data(await api.POST('/api/studio/playbooks', { body })),
    onSuccess: async (draft) => {
      queries.setQueryData(draftQuery(draft.playbook).queryKey, draft)
      await queries.invalidateQueries({ queryKey: ['playbooks'] })
      await go({ to: '/playbooks/$playbook/start', params: { playbook: draft.playbook } })
    },
  })
}
