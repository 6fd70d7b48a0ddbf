/** Ready answers to the newest message: buttons, or the five scores of the survey. */

import type { Chat } from '../chat/chat'
import type { ChatMessage } from '../chat/events'
import type { Words } from '../words/words'

interface Props {
  chat: Chat
  message: ChatMessage
  words: Words
}

export function Answers({ chat, message, words }: Props) {
  if (message.choices.length === 0) return null
  const press = (label: string, value: string): void => {
    chat.send(label, value)
    // The pressed button is gone: go on in the writing field.
    document.querySelector('textarea')?.focus({ preventScroll: true })
  }
  if (message.survey)
    return (
      <div class="survey" role="group" aria-label={words.survey}>
        {message.choices.map(({ label, value }, i) => {
          const word = words.scores[i] ?? label
          return (
            <button key={value} type="button" onClick={() => press(label, value)}>
              <b>{label}</b>
              <span class="unseen">{words.ofFive}</span>
              <span>{word}</span>
            </button>
          )
        })}
      </div>
    )
  return (
    <div class="answers" role="group" aria-label={words.choices}>
      {message.choices.map(({ label, value }) => (
        <button key={value} type="button" onClick={() => press(label, value)}>
          {label}
        </button>
      ))}
    </div>
  )
}
