/** The door: name and password, and plain words when they do not fit. */

import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'

import { Problem, told } from '../api/problem'
import { Mark } from '../frame/icons'
import { Preferences } from '../frame/preferences'
import type { Words } from '../words/ko'
import { useTitle, useWords } from '../words/words'
import { useSignIn } from './session'

export function complaint(words: Words, problem: unknown): string {
  if (problem instanceof Problem && problem.status === 401) return words.signIn.wrong
  if (problem instanceof Problem && problem.status === 429) return words.signIn.wait(problem.wait || 60)
  return told(words, problem)
}

export function SignIn() {
  const { words } = useWords()
  const signIn = useSignIn()
  const [missing, setMissing] = useState(false)
  const [shown, setShown] = useState(false)
  const name = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const said = useId()
  useTitle(words.signIn.go)

  const problem = missing ? words.signIn.missing : signIn.error ? complaint(words, signIn.error) : ''
  useEffect(() => {
    if (signIn.error) password.current?.select()
  }, [signIn.error])

  function submit(event: FormEvent) {
    event.preventDefault()
    const given = { name: name.current?.value.trim() ?? '', password: password.current?.value ?? '' }
    const lacks = !given.name || !given.password
    setMissing(lacks)
    if (lacks) (given.name ? password : name).current?.focus()
    else signIn.mutate(given)
  }

  return (
    <main className="door">
      <div className="door-tools">
        <Preferences />
      </div>
      <Paper className="door-card" radius="lg" withBorder>
        <form onSubmit={submit} noValidate>
          <Stack gap="lg">
            <Mark size={44} />
            <div>
              <Title order={1} size="h2">
                {words.signIn.title}
              </Title>
              <Text className="soft" mt={6}>
                {words.signIn.lead}
              </Text>
            </div>
            <TextInput
              ref={name}
              label={words.signIn.name}
              name="name"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
              size="md"
              aria-describedby={problem ? said : undefined}
            />
            <PasswordInput
              ref={password}
              label={words.signIn.password}
              name="password"
              autoComplete="current-password"
              size="md"
              error={Boolean(problem)}
              aria-describedby={problem ? said : undefined}
              visible={shown}
              onVisibilityChange={setShown}
              visibilityToggleButtonProps={{ 'aria-label': shown ? words.signIn.hide : words.signIn.show, tabIndex: 0 }}
            />
            <div role="alert" id={said} className={problem ? 'complaint' : undefined}>
              {problem}
            </div>
            <Button type="submit" size="md" fullWidth loading={signIn.isPending}>
              {words.signIn.go}
            </Button>
            <Text size="sm" className="soft">
              {words.signIn.forgot}
            </Text>
          </Stack>
        </form>
      </Paper>
    </main>
  )
}
