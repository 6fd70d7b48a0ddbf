/** The chat in Korean: nobody downloads words they do not read. */

import { start } from './start'
import { ko } from './words/ko'

start('ko', ko)
