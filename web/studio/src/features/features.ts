/** The features there are, each a folder beside this file. What is not built is not shown. */

import type { Section } from '../draft/section'
import { HomeIcon, TalkIcon } from '../frame/icons'
import { PersonaIcon } from './persona/icon'
import { EmpathyIcon } from './empathy/icon'
import { ExerciseIcon } from './exercises/icon'
import type { Words } from '../words/ko'
import { NotesIcon } from './notes/icon'
import { IntentsIcon } from './intents/icon'
import { LinesIcon } from './lines/icon'
import { RehearsalsIcon } from './rehearsals/icon'
import { ScenarioIcon } from './scenarios/icon'
import { TryIcon } from './try/icon'
import { VersionsIcon } from './versions/icon'

export interface Feature {
  path: string
  /** One of a playbook's pages: it leads to those of the playbook at hand. */
  section?: Section
  name: (words: Words) => string
  Icon: (properties: { size?: number }) => React.JSX.Element
}

export const FEATURES: readonly Feature[] = [
  { path: '/', name: (words) => words.nav.home, Icon: HomeIcon },
  { path: '/conversations', name: (words) => words.nav.conversations, Icon: TalkIcon },
  { path: '/notes', name: (words) => words.nav.notes, Icon: NotesIcon },
  { path: '/scenarios', section: 'scenarios', name: (words) => words.nav.scenarios, Icon: ScenarioIcon },
  { path: '/persona', section: 'persona', name: (words) => words.nav.persona, Icon: PersonaIcon },
  { path: '/empathy', section: 'empathy', name: (words) => words.nav.empathy, Icon: EmpathyIcon },
  { path: '/lines', section: 'lines', name: (words) => words.nav.lines, Icon: LinesIcon },
  { path: '/intents', section: 'intents', name: (words) => words.nav.intents, Icon: IntentsIcon },
  { path: '/try', section: 'try', name: (words) => words.nav.try, Icon: TryIcon },
  { path: '/rehearsals', section: 'rehearsals', name: (words) => words.nav.rehearsals, Icon: RehearsalsIcon },
  { path: '/versions', section: 'versions', name: (words) => words.nav.versions, Icon: VersionsIcon },
  { path: '/exercises', name: (words) => words.nav.exercises, Icon: ExerciseIcon },
]
