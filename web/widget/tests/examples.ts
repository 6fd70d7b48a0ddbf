/** Events as the server sends them, for tests. */

import type { ChatMessage } from '../app/chat/events'

export function written(position: number, id = `own-${position}`): ChatMessage {
  return message(position, { id, by: 'customer', text: '언제 오나요?' })
}

export function theirs(position: number, change: Partial<ChatMessage> = {}): ChatMessage {
  return message(position, { id: `reply-${position}`, by: 'assistant', author: 'ai', text: '찾아볼게요.', ...change })
}

function message(position: number, change: Partial<ChatMessage>): ChatMessage {
  return {
    kind: 'message',
    position,
    id: '',
    by: 'assistant',
    text: '',
    at: '2026-11-02T09:00:00Z',
    choices: [],
    survey: false,
    typing_ms: 0,
    ...change,
  }
}
