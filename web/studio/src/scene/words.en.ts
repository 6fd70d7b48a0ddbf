/** What steps and conditions are called, in English. */

import { starting } from '../../../shared/playbook_names.json'
import { en as everywhere } from '../words/en'
import type { ko } from './words.ko'

export const en: typeof ko = {
  condition: {
    always: 'otherwise',
    and: ', ',
    or: ' or ',
    not: (said: string) => `not (${said})`,
    is: (name: string, value: string) => `${name}: ${value}`,
    isNot: (name: string, value: string) => `${name}: not ${value}`,
    yes: (name: string) => `${name}: yes`,
    no: (name: string) => `${name}: no`,
    filled: (name: string) => `${name}: known`,
    empty: (name: string) => `${name}: not known yet`,
    at_least: (name: string, value: string) => `${name}: ${value} or more`,
    at_most: (name: string, value: string) => `${name}: ${value} or less`,
    more_than: (name: string, value: string) => `${name}: more than ${value}`,
    less_than: (name: string, value: string) => `${name}: less than ${value}`,
    names: {
      mood: 'mood now',
      mood_so_far: 'mood so far',
      emotion: 'emotion',
      strength: 'strength of feeling',
      sure: 'how sure the reading is',
      trend: 'where the mood is heading',
      urgency: 'urgency',
      fatigue: 'weariness',
      abuse: 'abusive words',
      repeated: 'times said again',
      anger_stays: 'anger stays',
      speech_act: 'kind of message',
      messages: 'messages from the customer',
      language: 'language',
      scenario: 'scenario',
      intent: 'intent',
    },
    values: {
      against: 'angry or let down',
      worried: 'worried',
      content: 'grateful or content',
      other: 'another feeling',
      ...everywhere.emotion,
      rising: 'rising',
      steady: 'steady',
      falling: 'falling',
    },
  },
  kind: {
    say: 'Say',
    ask: 'Ask',
    choose: 'Let them choose',
    branch: 'Branch',
    call: 'Call an action',
    go: 'Another scenario',
    hand_off: 'Hand over to a person',
    end: 'End',
  },
  called: {
    ask: (what: string) => `Ask: ${what}`,
    call: (what: string) => `Action: ${what}`,
    go: (what: string) => `On to: ${what}`,
  },
  start: {
    ...starting.en,
    choose: 'Which would you prefer?',
  },
}
