/** The chat in English: nobody downloads words they do not read. */

import { start } from './start'
import { en } from './words/en'

start('en', en)
