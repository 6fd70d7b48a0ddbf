/** What is said about drafts, in English. */

import type { ko } from './words.ko'

export const en: typeof ko = {
  state: { saved: 'Saved', saving: 'Saving', failed: 'Not saved', conflict: 'Somebody else changed this too' },
  failedBody: 'The server cannot be reached. Your text is kept in this browser and is saved once it is back.',
  again: 'Save again',
  refused: 'This file cannot be saved as it is: it is too long, or its name does not belong in a playbook.',
  look: 'See both',
  title: 'Somebody else changed the same file',
  lead: (path: string) => `${path} has changed in the meantime. Neither text has been overwritten. Look at both and choose one.`,
  mine: 'What you wrote',
  theirs: 'What was saved in the meantime',
  gone: 'Deleted',
  later: 'Choose later',
  keepMine: 'Save mine',
  keepTheirs: 'Use the saved one',
  playbook: 'Playbook',
  draftOnly: 'not published yet',
  all: 'All playbooks',
}
