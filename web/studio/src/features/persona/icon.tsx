/** The persona's picture in the menu: a face that speaks. */

import { icon } from '../../frame/icons'

export const PersonaIcon = icon(<path d="M10.500 12.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM3.500 20c.6-3.300 3.300-5 7-5s6.400 1.700 7 5M17.500 6.500c1 1.200 1 3 0 4.200M20 4.500c2 2.400 2 5.800 0 8.200" />)
