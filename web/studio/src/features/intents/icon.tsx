/** The picture of intents in the navigation: what is said finds its way. */

import { icon } from '../../frame/icons'

export const IntentsIcon = icon(<path d="M4.500 6.500h6M4.500 12h4M4.500 17.500h6M13 12h6.500M16.500 9l3 3-3 3" />)
