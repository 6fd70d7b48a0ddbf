/** What is said about drafts, in English. */

import type { ko } from './words.ko'

export const en: typeof ko = {
  state: { saved: 'Saved', saving: 'Saving', failed: 'Not saved', conflict: 'Somebody else changed this too' },
  failedBody: 'What you typed is kept in this browser.',
  again: 'Save again',
  refused: 'This file cannot be saved as it is: it is too long, or its name is not one a playbook has.',
  look: 'See both',
  title: 'Somebody else changed the same file',
  lead: (path: string) => `${path} changed meanwhile. Neither text has been overwritten. Look at both and choose one.`,
  mine: 'What you wrote',
  theirs: 'What was saved meanwhile',
  gone: 'Deleted',
  later: 'Choose later',
  keepMine: 'Save mine',
  keepTheirs: 'Take the saved one',
  playbook: 'Playbook',
  draftOnly: 'not published yet',
  all: 'All playbooks',
}
