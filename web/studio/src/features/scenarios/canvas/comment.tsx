/** A comment between the steps: for the team, never said. */

import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'

import { CommentIcon } from '../icons'
import type { CommentCard as Kind } from './cards'

export const CommentCard = memo(function CommentCard({ data, selected }: NodeProps<Kind>) {
  return (
    <div className={`comment-card${selected ? ' picked' : ''}`}>
      <CommentIcon size={15} />
      <p>{data.text}</p>
    </div>
  )
})
