/** Says that a file cannot be read as it stands, so that what is shown is what it last said. */

import { WarnIcon } from '../edits/icons'
import { useOwnWords } from '../words/words'
import type { Unread } from './previews'
import { en } from './words.en'
import { ko } from './words.ko'

export function UnreadNote({ unread }: { unread: Unread | null }) {
  const own = useOwnWords({ ko, en })
  if (!unread) return null
  return (
    <p className="finding error" role="alert">
      <WarnIcon size={16} />
      <span>
        {own.unread(unread.file, unread.line)} {unread.message} {unread.fix}
      </span>
    </p>
  )
}
