/** The sign of rehearsals: a stage with its curtain drawn aside. */

import { icon } from '../../frame/icons'

export const RehearsalsIcon = icon(<path d="M4.500 5h15M6 5c0 6-.500 9-1.500 14h4.500c1.500-4 1.500-9 .500-14M18 5c0 6 .500 9 1.500 14H15c-1.500-4-1.500-9-.500-14" />)
