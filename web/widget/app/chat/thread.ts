/** The thread on the screen: what happened, folded. The same events always give the same thread. */

import type { ChatEvent, ChatMessage, Holder } from './events'

export interface Thread {
  messages: readonly ChatMessage[]
  holder: Holder
  closed: boolean
  forgotten: boolean
  /** An answer is on its way. */
  typing: boolean
  /** The last event taken in: where a stream goes on. */
  position: number
}

export const EMPTY: Thread = {
  messages: [],
  holder: 'assistant',
  closed: false,
  forgotten: false,
  typing: false,
  position: 0,
}

/** The thread after one more event. An event that was taken in before changes nothing. */
export function after(thread: Thread, event: ChatEvent): Thread {
  if (event.kind === 'typing') {
    const answered = thread.messages.some((each) => each.by !== 'customer' && each.position > event.position)
    return answered || thread.closed ? thread : { ...thread, typing: true }
  }
  if (event.position <= thread.position) return thread
  const position = event.position
  switch (event.kind) {
    case 'message': {
      const known = thread.messages.some((each) => each.id === event.id)
      const messages = known ? thread.messages : [...thread.messages, event]
      return { ...thread, messages, position, typing: event.by === 'customer' ? thread.typing : false }
    }
    case 'holder':
      return { ...thread, holder: event.holder, position }
    case 'closed':
      return { ...thread, closed: true, typing: false, position }
    case 'forgotten':
      return { ...thread, forgotten: true, position }
  }
}

/** How many messages from the other side came after a position. */
export function unreadAfter(thread: Thread, seen: number): number {
  return thread.messages.filter((each) => each.by !== 'customer' && each.position > seen).length
}
