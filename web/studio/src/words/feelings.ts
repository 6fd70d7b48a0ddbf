/** Which emotions belong together: the groups of the reading. */

import type { components } from '../../../shared/api.generated'

export type Emotion = components['schemas']['WaitingCustomer']['emotion']
export type Group = 'against' | 'worried' | 'content' | 'other'

const GROUP_OF: Record<Emotion, Group> = {
  anger: 'against',
  frustration: 'against',
  disappointment: 'against',
  distrust: 'against',
  anxiety: 'worried',
  sadness: 'worried',
  gratitude: 'content',
  satisfaction: 'content',
  confusion: 'other',
  neutral: 'other',
}

export const EMOTIONS = Object.keys(GROUP_OF) as Emotion[]

export function groupOf(emotion: Emotion): Group {
  return GROUP_OF[emotion]
}
