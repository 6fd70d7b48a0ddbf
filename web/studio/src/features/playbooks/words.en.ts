/** What the list of playbooks says, in English. */

import type { ko } from './words.ko'

export const en: typeof ko = {
  title: 'Playbooks',
  lead: 'The script of what your assistant says and how it cares. One for each shop or brand.',
  emptyTitle: 'No playbook yet',
  emptyBody: 'It comes with small examples. Change the words, talk to it, and publish it when it is ready.',
  make: 'New playbook',
  name: 'Name in the address',
  nameHint: 'Used in addresses and files: lower-case letters, digits and underscores, such as flower_shop.',
  label: 'Title',
  labelHint: 'What your team calls it, such as Flower shop Spring.',
  language: 'Language spoken with customers',
  korean: 'Korean',
  english: 'English',
  from: 'Begin with',
  small: 'The small example playbook',
  copyOf: (title: string) => `A copy of “${title}”`,
  go: 'Create',
  cancel: 'Cancel',
  taken: 'Another playbook has this name. Choose a different one.',
  badName: 'Begin with a lower-case letter; use lower-case letters, digits and underscores.',
  missing: 'Give it a title.',
  start: {
    title: 'Your first scenario, step by step',
    lead: 'Ten minutes are enough. Stop whenever you like and carry on later.',
    progress: (done: number, all: number) => `${done} of ${all} done`,
    done: 'Done',
    steps: {
      persona: {
        title: 'Give the assistant a name and a way of speaking',
        body: 'Once you know who speaks, the rest follows. Make the name, the warmth and the introduction your own.',
        go: 'Go to Persona',
      },
      scenario: {
        title: 'Make the first scenario yours',
        body: 'Open an example and begin with the words where a customer would hurt. Feeling first, solution after.',
        go: 'Go to Scenarios',
      },
      talk: {
        title: 'Be the customer and talk to it',
        body: 'Be angry, be worried. Wherever the answer sounds wrong, change that next.',
        go: 'Try it',
      },
      publish: {
        title: 'Publish it',
        body: 'Leave a note on what you changed and why. You can go back whenever you want.',
        go: 'Go to Versions',
      },
      customer: {
        title: 'Meet it as a customer',
        body: 'The chat, just as customers see it. Afterwards, read it again under Conversations, with the curve of the mood.',
        go: 'Open the chat',
      },
    },
  },
  inForce: 'Talking to customers now',
  draftOnly: 'Not published yet',
  scenarios: (n: number) => (n === 1 ? '1 scenario' : `${n} scenarios`),
}
