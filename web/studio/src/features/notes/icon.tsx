/** The picture of notes in the navigation: a leaf with lines. */

import { icon } from '../../frame/icons'

export const NotesIcon = icon(<path d="M6 4.500h12v10.500l-4.500 4.500H6zM13.500 19.500V15H18M9 9h6M9 12h4" />)
