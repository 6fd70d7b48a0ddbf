/** What the loader on the page and the chat in the frame say to each other. */

export type ToFrame =
  | { dajeong: 1; type: 'opened' }
  | { dajeong: 1; type: 'closed' }
  | { dajeong: 1; type: 'write'; text: string }

export type ToPage =
  | { dajeong: 1; type: 'ready' }
  | { dajeong: 1; type: 'close' }
  | { dajeong: 1; type: 'unread'; count: number }

const TO_FRAME = ['opened', 'closed', 'write']
const TO_PAGE = ['ready', 'close', 'unread']

function speaksOurs(data: unknown, types: readonly string[]): data is { type: string } & Record<string, unknown> {
  if (typeof data !== 'object' || data === null) return false
  const said = data as Record<string, unknown>
  return said.dajeong === 1 && typeof said.type === 'string' && types.includes(said.type)
}

/** The message when it comes from the expected window and origin and has a known form, else null. */
export function heardByFrame(event: Heard, from: Expected): ToFrame | null {
  if (event.source !== from.source || event.origin !== from.origin || !speaksOurs(event.data, TO_FRAME)) return null
  if (event.data.type === 'write' && typeof event.data.text !== 'string') return null
  return event.data as ToFrame
}

/** The message when it comes from the expected window and origin and has a known form, else null. */
export function heardByPage(event: Heard, from: Expected): ToPage | null {
  if (event.source !== from.source || event.origin !== from.origin || !speaksOurs(event.data, TO_PAGE)) return null
  if (event.data.type === 'unread' && typeof event.data.count !== 'number') return null
  return event.data as ToPage
}

export type Heard = Pick<MessageEvent<unknown>, 'data' | 'origin' | 'source'>
export type Expected = { source: MessageEventSource | null | undefined; origin: string }
