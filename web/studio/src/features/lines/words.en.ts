/** What the page of the lines says, in English. */

import type { ko } from './words.ko'

export const en: typeof ko = {
  title: 'Everyday words',
  lead: 'These come up in every scenario. What you leave as it is goes out in the words that come with Dajeong.',
  groups: {
    manners: { name: 'Manners', about: 'Said on meeting, when somebody says thanks, and when somebody asks whether this is a person.' },
    understanding: { name: 'Understanding', about: 'Said when something was not understood, an answer does not fit, or the subject changes.' },
    person: { name: 'On to a person', about: 'Said when a person is offered, takes over, or is waited for.' },
    trouble: { name: 'When things get stuck', about: 'Said when a system does not answer or there is no way on.' },
    ending: { name: 'Endings', about: 'Said to ask whether it is solved, to wait, and to say goodbye.' },
    buttons: { name: 'Buttons', about: 'On the buttons customers press. The shorter the better.' },
  },
  ours: 'Ours',
  usual: 'Comes with Dajeong',
  begin: 'Start from these words',
  giveBack: 'Back to the words that came with it',
  words: 'Our words',
  mayUse: (names: string) => `These words may hold ${names}.`,
  names: { one: 'the first name', other: 'the second name', title: 'the name of what was asked', value: 'what was given', matter: 'what was being talked about', hotline: 'the hotline' },
  times: { first: 'First time', second: 'Second time', third: 'From the third time on' },
  find: 'Find by words or name',
  none: 'Nothing found. Try another word.',
  onlyOurs: (n: number) => `Only ours (${n})`,
}
