/** Pictures of the kinds of steps and of what can be done on the canvas. */

import { icon } from '../../frame/icons'
import type { Kind } from '../../scene/scene'

export const ArrangeIcon = icon(<path d="M4.500 5.500h5v4h-5zM4.500 14.500h5v4h-5zM14.500 10h5v4h-5zM9.500 7.500l5 4M9.500 16.500l5-4" />)
export const CommentIcon = icon(<path d="M5 5h14v14H9l-4-4zM8.500 9.500h7M8.500 12.500h5" />)
export const DeleteIcon = icon(<path d="M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12M10.500 10.500v5M13.500 10.500v5" />)
export const UpIcon = icon(<path d="m6 14.500 6-6 6 6" />)
export const DownIcon = icon(<path d="m6 9.500 6 6 6-6" />)
export const CopyIcon = icon(<path d="M9 9h10v10H9zM6 15H5V5h10v1" />)
export const KeysIcon = icon(<path d="M4 7h16v10.500H4zM7.500 10.500h.01M11 10.500h.01M14.500 10.500h.01M8 14.200h8" />)
export const PasteIcon = icon(<path d="M7 6H5.500v13.500h13V6H17M9 4.500h6v3H9zM9 12h6M9 15.500h4" />)

const SHAPES: Readonly<Record<Kind, ReturnType<typeof icon>>> = {
  say: icon(<path d="M5 5.500h14v10H11l-4 3.500v-3.500H5z" />),
  ask: icon(<path d="M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17.500h.01" />),
  choose: icon(<path d="M5 6.500h.01M5 12h.01M5 17.500h.01M9 6.500h10M9 12h10M9 17.500h10" />),
  branch: icon(<path d="M5 12h5M10 12l5-5h4M10 12l5 5h4M17 5l2 2-2 2M17 15l2 2-2 2" />),
  call: icon(<path d="m13 4-7 9h5l-1 7 7-9h-5z" />),
  go: icon(<path d="M5 12h13M13 7l5 5-5 5" />),
  hand_off: icon(<path d="M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.500 19c.5-3 2.700-4.500 5.500-4.500s5 1.500 5.500 4.500M16 8h5M18.500 5.500 21 8l-2.500 2.500" />),
  end: icon(<path d="M6 20V4.500h11l-2 4 2 4H6" />),
}

export function KindIcon({ kind, size = 18 }: { kind: Kind; size?: number }) {
  const Shape = SHAPES[kind]
  return <Shape size={size} />
}
