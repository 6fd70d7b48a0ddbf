/** What every editor says, in Korean. */

export const ko = {
  undo: '되돌리기',
  redo: '다시 하기',
}
