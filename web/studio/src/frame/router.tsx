/** Which page stands at which address. Every feature comes when it is first opened. */

import { Button } from '@mantine/core'
import { createRootRoute, createRoute, createRouter, Link } from '@tanstack/react-router'

import { SECTIONS, ToPlaybook } from '../draft/section'
import { asked } from '../features/conversations/asked'
import { asked as askedOfIntents } from '../features/intents/asked'
import { asked as askedOfLabels } from '../features/labels/asked'
import { asked as askedOfNotes } from '../features/notes/asked'
import { asked as askedOfRehearsals } from '../features/rehearsals/asked'
import { useTitle, useWords } from '../words/words'
import { Frame } from './frame'
import { later } from './later'
import { State } from './states'

function Lost() {
  const { words } = useWords()
  useTitle(words.lost.title)
  return (
    <State page trouble title={words.lost.title} body={words.lost.body}>
      <Button component={Link} to="/">
        {words.lost.back}
      </Button>
    </State>
  )
}

const root = createRootRoute({ component: Frame, notFoundComponent: Lost })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: later(() => import('../features/home/home'), 'HomePage'),
})

const conversations = createRoute({
  getParentRoute: () => root,
  path: '/conversations',
  validateSearch: asked,
  component: later(() => import('../features/conversations/conversations'), 'ConversationsPage'),
})

const conversation = createRoute({
  getParentRoute: () => root,
  path: '/conversations/$id',
  component: later(() => import('../features/conversations/conversation'), 'ConversationPage'),
})

const labels = createRoute({
  getParentRoute: () => root,
  path: '/conversations/labels',
  validateSearch: askedOfLabels,
  component: later(() => import('../features/labels/labels'), 'LabelsPage'),
})

const playbooks = createRoute({
  getParentRoute: () => root,
  path: '/playbooks',
  component: later(() => import('../features/playbooks/playbooks'), 'PlaybooksPage'),
})

const trying = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/try',
  component: later(() => import('../features/try/try_page'), 'TryPage'),
})

const persona = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/persona',
  component: later(() => import('../features/persona/persona'), 'PersonaPage'),
})

const lines = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/lines',
  component: later(() => import('../features/lines/lines'), 'LinesPage'),
})

const start = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/start',
  component: later(() => import('../features/playbooks/start'), 'StartPage'),
})

const versions = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/versions',
  component: later(() => import('../features/versions/versions'), 'VersionsPage'),
})

const intents = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/intents',
  validateSearch: askedOfIntents,
  component: later(() => import('../features/intents/intents'), 'IntentsPage'),
})

const empathy = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/empathy',
  component: later(() => import('../features/empathy/empathy'), 'EmpathyPage'),
})

const scenarios = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/scenarios',
  component: later(() => import('../features/scenarios/scenarios'), 'ScenariosPage'),
})

const scenario = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/scenarios/$scenario',
  // A link may lead to one step.
  validateSearch: ({ step, heat }: Record<string, unknown>): { step?: string; heat?: string } => ({
    ...(typeof step === 'string' ? { step } : {}),
    ...(typeof heat === 'string' ? { heat } : {}),
  }),
  component: later(() => import('../features/scenarios/scenario'), 'ScenarioPage'),
})

const rehearsals = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/rehearsals',
  component: later(() => import('../features/rehearsals/rehearsals'), 'RehearsalsPage'),
})

const rehearsal = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/rehearsals/$run',
  validateSearch: askedOfRehearsals,
  component: later(() => import('../features/rehearsals/run'), 'RunPage'),
})

const rehearsed = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/rehearsals/$run/$number',
  component: later(() => import('../features/rehearsals/talk'), 'TalkPage'),
})

const customers = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbook/customers',
  component: later(() => import('../features/rehearsals/customers'), 'CustomersPage'),
})

const exercises = createRoute({
  getParentRoute: () => root,
  path: '/exercises',
  component: later(() => import('../features/exercises/exercises'), 'ExercisesPage'),
})

const exercise = createRoute({
  getParentRoute: () => root,
  path: '/exercises/$scene',
  component: later(() => import('../features/exercises/exercise'), 'ExercisePage'),
})

const notes = createRoute({
  getParentRoute: () => root,
  path: '/notes',
  validateSearch: askedOfNotes,
  component: later(() => import('../features/notes/notes'), 'NotesPage'),
})

// /scenarios and its like lead to the page of the playbook at hand: /playbooks/<name>/scenarios.
const ways = SECTIONS.map((section) =>
  createRoute({ getParentRoute: () => root, path: `/${section}`, component: () => <ToPlaybook section={section} /> }),
)

export const router = createRouter({
  routeTree: root.addChildren([home, conversations, conversation, labels, playbooks, scenarios, scenario, trying, persona, empathy, lines, start, versions, intents, rehearsals, rehearsal, rehearsed, customers, exercises, exercise, notes, ...ways]),
  basepath: '/studio',
  // Everything an address asks is a word; without quotes it can be read aloud and sent on.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const asked = new URLSearchParams(Object.entries(search as Record<string, string | undefined>).filter((each): each is [string, string] => each[1] !== undefined))
    return asked.size ? `?${asked}` : ''
  },
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
