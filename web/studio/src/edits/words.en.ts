/** What every editor says, in English. */

import type { ko } from './words.ko'

export const en: typeof ko = {
  undo: 'Undo',
  redo: 'Redo',
}
