/** Pictures of the editors, drawn with the frame's pen. */

import { icon } from '../frame/icons'

export const UndoIcon = icon(<path d="M8.500 6 4.500 10l4 4M5 10h9a5 5 0 0 1 0 10h-3" />)
export const RedoIcon = icon(<path d="m15.500 6 4 4-4 4M19 10h-9a5 5 0 0 0 0 10h3" />)
export const DragIcon = icon(<path d="M9 6h.01M9 12h.01M9 18h.01M15 6h.01M15 12h.01M15 18h.01" strokeWidth={2.6} />)
export const AddIcon = icon(<path d="M12 5.500v13M5.500 12h13" />)
export const WarnIcon = icon(<path d="M12 4.500 21 19.500H3zM12 10v4.500M12 17h.01" />)
export const NoteIcon = icon(<path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 11v5.500M12 8h.01" />)
