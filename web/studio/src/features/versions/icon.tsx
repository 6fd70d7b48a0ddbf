/** The sign of versions: two sheets, one behind the other. */

import { icon } from '../../frame/icons'

export const VersionsIcon = icon(<path d="M8.500 8.500h11v11h-11zM5 15.500V5h10.500M12 13h4M12 16h2.500" />)
