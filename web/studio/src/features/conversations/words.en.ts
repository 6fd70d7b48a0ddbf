/** What is said about the list of conversations and its lines, in English. */

import type { ko } from './words.ko'

export const en: typeof ko = {
  chosen: 'chose a given answer',
  narrow: (n) => (n ? `Filters: ${n} in use` : 'Filters'),
  toLabels: 'See the labelling queue',
  atStep: 'Where it stood',
}
