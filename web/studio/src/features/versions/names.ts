/** What people call a version: which publication it was, the newest when there were several. */

import { useQuery } from '@tanstack/react-query'

import { useWords } from '../../words/words'
import { historyQuery } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

/** A note without what was put before it when its version was put in force again. */
export function bareNote(note: string): string {
  const before = [ko, en].flatMap((own) => [own.rollBackNote(''), own.againNote('')]).find((each) => note.startsWith(each))
  return before === undefined ? note : bareNote(note.slice(before.length))
}

/** `playbook` may be unknown: then a version is called by the beginning of its id. */
export function useVersionNames(playbook: string | undefined): (version: string) => string {
  const { words } = useWords()
  const versions = useQuery({ ...historyQuery(playbook ?? ''), enabled: Boolean(playbook) }).data?.versions ?? []
  return (version) => {
    const known = versions.find((each) => each.version === version)
    return known ? words.list.publication(known.number) : words.list.version(version.slice(0, 7))
  }
}
