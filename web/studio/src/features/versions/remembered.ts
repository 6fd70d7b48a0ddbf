/** The history as a person remembers it: going back and undoing it at once leaves the publication that was there before. */

import type { Published } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

/** `number` counts publications as they are shown; `undone` are those that only went back and came again, the newest first. */
export interface Remembered extends Published {
  number: number
  undone: readonly Published[]
}

/** `versions` is everything that was put in force, the newest first. */
export function remembered(versions: readonly Published[]): Remembered[] {
  const kept: { published: Published; undone: readonly Published[] }[] = []
  for (const each of [...versions].reverse()) {
    const [before, back] = kept.slice(-2)
    const undoes = before && back && back.undone.length === 0 && begins(back.published, 'rollBackNote') && begins(each, 'againNote')
    if (undoes && before.published.version === each.version) {
      kept.splice(-2, 2, {
        published: { ...before.published, in_force: each.in_force, share: each.share },
        undone: [each, back.published, ...before.undone],
      })
    } else kept.push({ published: each, undone: [] })
  }
  return kept.map(({ published, undone }, n) => ({ ...published, undone, number: n + 1 })).reverse()
}

function begins({ note }: Published, said: 'rollBackNote' | 'againNote'): boolean {
  return [ko, en].some((own) => note.startsWith(own[said]('')))
}
