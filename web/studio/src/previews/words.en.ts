/** What is said about previews, in English. */

import type { ko } from './words.ko'

export const en: typeof ko = {
  readOtherwise: (meant: string, read: string) => `Written with “${meant}” in mind, and read as “${read}”.`,
  silent: 'As it is written now, no reply comes of it. See whether a scenario needs mending.',
  mended: 'The guard refused words and took others',
  replaced: 'The guard refused it: only the safe line goes out',
  refusal: {
    never_say: 'a word it never says',
    wrong_level: 'another speech level',
    mixed_levels: 'mixed speech levels',
    banmal: 'familiar speech',
    reply_too_long: 'the reply is too long',
    blame: 'it blames the customer',
    claims_feeling: 'it claims to feel',
    manipulation: 'it pushes',
    unbacked_promise: 'a promise nothing keeps',
    names_no_matter: 'it names no matter',
    wrong_language: 'another language',
  },
  unread: (file: string, line: number) => `Line ${line} of ${file} cannot be read, so this is what it last said.`,
  change: 'Change the sentences',
  ours: 'Back to the first sentences',
  write: 'Write what customers say, one sentence a line',
  kept: 'Sentences stay in this browser only. Leave out names and numbers of real customers.',
  look: 'Look with these',
  cancel: 'Cancel',
  tooMany: (most: number) => `Up to ${most} sentences at once.`,
}
