/** The sign of exercises: a pencil over a line. */

import { icon } from '../../frame/icons'

export const ExerciseIcon = icon(<path d="M5 16l-.5 3.500 3.500-.5L18.500 8.500l-3-3zM13 8l3 3M12.500 19.500h7" />)
