/** The picture of the lines in the menu: words that come back. */

import { icon } from '../../frame/icons'

export const LinesIcon = icon(<path d="M5 12V7h5v5.500C10 15 8.500 16.600 6 17M14 12V7h5v5.500c0 2.500-1.500 4.100-4 4.500M5 12h5M14 12h5" />)
