/** What the list of playbooks says, in English. */

import type { ko } from './words.ko'

export const en: typeof ko = {
  title: 'Playbooks',
  lead: 'The script of what your assistant says and how it cares. One for each shop or brand.',
  emptyTitle: 'No playbook yet',
  emptyBody: 'We make one with small examples for you. Change the words, talk to it, and publish it when it is ready.',
  make: 'New playbook',
  name: 'Name in the address',
  nameHint: 'Used in addresses and files: lower-case letters, digits and underscores, such as flower_shop.',
  label: 'Title',
  labelHint: 'What your team calls it, such as Flower shop Spring.',
  language: 'Spoken with customers',
  korean: 'Korean',
  english: 'English',
  from: 'Begin with',
  small: 'The small example playbook',
  copyOf: (title: string) => `A copy of “${title}”`,
  go: 'Make it',
  cancel: 'Cancel',
  taken: 'Another playbook has this name. Choose a different one.',
  badName: 'Begin with a lower-case letter; use lower-case letters, digits and underscores.',
  missing: 'Give it a title.',
  inForce: 'Talking with customers now',
  draftOnly: 'Not published yet',
  scenarios: (n: number) => (n === 1 ? '1 scenario' : `${n} scenarios`),
}
