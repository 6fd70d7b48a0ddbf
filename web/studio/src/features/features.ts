/** The features there are, each a folder beside this file. What is not built is not shown. */

import { HomeIcon, TalkIcon } from '../frame/icons'
import type { Words } from '../words/ko'

export interface Feature {
  path: string
  name: (words: Words) => string
  Icon: (properties: { size?: number }) => React.JSX.Element
}

export const FEATURES: readonly Feature[] = [
  { path: '/', name: (words) => words.nav.home, Icon: HomeIcon },
  { path: '/conversations', name: (words) => words.nav.conversations, Icon: TalkIcon },
]
