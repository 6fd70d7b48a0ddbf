/** What the customer should know besides the words: waiting, no connection, the end. */

import type { Chat, Shown } from '../chat/chat'
import { told, type Words } from '../words/words'

/** One line above the writing field. Read aloud when it changes. */
export function State({ shown, words }: { shown: Shown; words: Words }) {
  const said = lineOf(shown, words)
  return (
    <div class="state" role="status">
      {said && <p>{said}</p>}
    </div>
  )
}

function lineOf({ thread, line }: Shown, words: Words): string {
  if (!thread.closed && line !== 'fine') return line === 'offline' ? words.offline : words.reconnecting
  if (thread.forgotten) return words.forgotten
  return thread.holder === 'queue' && !thread.closed ? words.queue : ''
}

/** The chat could not be opened. */
export function Trouble({ chat, words, code }: { chat: Chat; words: Words; code: string | null }) {
  return (
    <div class="trouble" role="alert">
      <p>{code === 'unknown_playbook' ? words.problem.unknown_playbook : words.problem.unreachable}</p>
      <button type="button" class="plain" onClick={() => void chat.look(true)}>
        {words.openAgain}
      </button>
    </div>
  )
}

/** The conversation is over. */
export function Closed({ chat, words }: { chat: Chat; words: Words }) {
  const refused = chat.shown.letters.some((each) => each.state === 'refused')
  return (
    <div class="closed">
      <p>{refused ? told(words, 'conversation_closed') : words.closed}</p>
      <button type="button" class="main" ref={takeOver} onClick={() => void chat.startNew()}>
        {words.startNew}
      </button>
    </div>
  )
}

/** The writing field is gone: whoever stood in it must not stand nowhere. */
function takeOver(button: HTMLButtonElement | null): void {
  if (document.hasFocus() && document.activeElement === document.body) button?.focus()
}
