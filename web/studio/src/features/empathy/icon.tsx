/** The pictures of empathy: a heart that is held, and what is never done. */

import { icon } from '../../frame/icons'

export const EmpathyIcon = icon(<path d="M12 14.500c-3.600-2.300-5.700-4.300-5.700-6.800A3 3 0 0 1 12 6.500a3 3 0 0 1 5.700 1.200c0 2.500-2.100 4.500-5.700 6.800zM4 15.500c1.800 3 4.600 4.500 8 4.500s6.200-1.500 8-4.500" />)
export const NeverIcon = icon(<path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM6.500 6.500l11 11" />)
