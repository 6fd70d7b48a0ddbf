/** The sign of trying: a speech bubble with a play mark. */

import { icon } from '../../frame/icons'

export const TryIcon = icon(<path d="M4.500 5.500h15v10.500H11L7 19.500V16H4.500zM10.500 8.300v4.900l4-2.450z" />)
