/** The picture of scenarios. */

import { icon } from '../../frame/icons'

export const ScenarioIcon = icon(<path d="M5 5h6v5H5zM13 14h6v5h-6zM11 7.500h4a2 2 0 0 1 2 2V14M8 10v5a2 2 0 0 0 2 2h3" />)
