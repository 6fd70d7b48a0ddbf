/** Starts the studio: the door while nobody is signed in, the frame afterwards. */

import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Menu.css'
import '@mantine/core/styles/Text.css'
import '@mantine/core/styles/Title.css'
import '@mantine/core/styles/Stack.css'
import '@mantine/core/styles/Group.css'
import '@mantine/core/styles/Skeleton.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/PasswordInput.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/VisuallyHidden.css'
import './style/ground.css'
import './style/frame.css'

import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useEffect, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'

import { keepReader, whenSignedOut } from './api/client'
import { mayArrive } from './api/problem'
import { router } from './frame/router'
import { Failed } from './frame/states'
import { surfaces, theme } from './frame/theme'
import { sessionQuery } from './session/session'
import { SignIn } from './session/sign_in'
import { useWords, WordsProvider } from './words/words'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      // What the server refuses it refuses again; what did not arrive may arrive.
      retry: (times, problem) => times < 2 && mayArrive(problem),
    },
  },
})

// Answers of the server that hold sentences for who reads them.
const TOLD = ['draft', 'check']

function Studio() {
  const session = useQuery(sessionQuery)
  const queries = useQueryClient()
  const { language } = useWords()
  // Before any page below asks for words.
  useLayoutEffect(() => {
    keepReader(language)
    void queries.invalidateQueries({ predicate: ({ queryKey }) => TOLD.includes(String(queryKey[0])) })
  }, [language, queries])
  useEffect(
    () => whenSignedOut(() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })),
    [queries],
  )
  if (session.isError) return <Failed problem={session.error} again={() => void session.refetch()} />
  if (session.isPending) return null
  return session.data.person ? <RouterProvider router={router} /> : <SignIn />
}

createRoot(document.getElementById('studio') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={surfaces} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <WordsProvider>
          <Studio />
        </WordsProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
