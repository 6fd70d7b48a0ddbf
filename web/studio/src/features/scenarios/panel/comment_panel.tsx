/** A comment on the canvas: its words. */

import { Button } from '@mantine/core'

import { TextField } from '../../../edits/field'
import type { Comment } from '../../../scene/layout'
import { useOwnWords } from '../../../words/words'
import { commentId } from '../canvas/cards'
import type { Desk } from '../desk'
import { DeleteIcon } from '../icons'
import { en } from '../words.en'
import { ko } from '../words.ko'

export function CommentPanel({ desk, comment, remove }: { desk: Desk; comment: Comment; remove: () => void }) {
  const own = useOwnWords({ ko, en })
  const write = (change: (comments: readonly Comment[]) => readonly Comment[], kind = '') =>
    desk.place((kept) => ({ ...kept, comments: change(kept.comments) }), kind)
  return (
    <div className="step-panel">
      <TextField
        label={own.comment.label}
        hint={own.comment.hint}
        lines={4}
        value={comment.text}
        change={(text) => write((all) => all.map((each) => (each.id === comment.id ? { ...each, text } : each)), commentId(comment.id))}
      />
      <Button
        variant="default"
        leftSection={<DeleteIcon size={16} />}
        onClick={remove}
      >
        {own.comment.remove}
      </Button>
    </div>
  )
}
