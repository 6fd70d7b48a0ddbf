/** What is said about previews, in English. */

import type { ko } from './words.ko'

export const en: typeof ko = {
  readOtherwise: (meant: string, read: string) => `Written with “${meant}” in mind, and read as “${read}”.`,
  silent: 'As things are written now, this gets no reply. See whether a scenario needs fixing.',
  mended: 'The guard refused some words and used others',
  replaced: 'The guard refused the reply: only the safe line is sent',
  refusal: {
    never_say: 'a word it never says',
    wrong_level: 'another speech level',
    mixed_levels: 'mixed speech levels',
    banmal: 'familiar speech',
    reply_too_long: 'the reply is too long',
    blame: 'it blames the customer',
    claims_feeling: 'it claims to feel',
    manipulation: 'it pushes',
    unbacked_promise: 'a promise nobody can keep',
    names_no_matter: 'it does not name the matter',
    wrong_language: 'another language',
  },
  unread: (file: string, line: number) => `Line ${line} of ${file} cannot be read, so this is how it last read.`,
  change: 'Change the sentences',
  ours: 'Back to the first sentences',
  write: 'Write what customers say, one sentence per line',
  kept: 'Sentences stay in this browser only. Leave out names and numbers of real customers.',
  look: 'Preview these',
  cancel: 'Cancel',
  tooMany: (most: number) => `Up to ${most} sentences at once.`,
}
