/** What people call a version: which publication it was, the newest when there were several. */

import { useQuery } from '@tanstack/react-query'

import { useWords } from '../../words/words'
import { historyQuery } from './asking'

/** `playbook` may be unknown: then a version is called by the beginning of its id. */
export function useVersionNames(playbook: string | undefined): (version: string) => string {
  const { words } = useWords()
  const versions = useQuery({ ...historyQuery(playbook ?? ''), enabled: Boolean(playbook) }).data?.versions ?? []
  return (version) => {
    const at = versions.findIndex((each) => each.version === version)
    return at < 0 ? words.list.version(version.slice(0, 7)) : words.list.publication(versions.length - at)
  }
}
