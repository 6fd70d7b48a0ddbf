/** One message, with who says it. Text is shown as text, whatever it holds. */

import type { Language } from '../../shared/languages'
import type { Chat } from '../chat/chat'
import type { ChatMessage } from '../chat/events'
import { parts } from '../chat/message_text'
import type { Letter } from '../chat/outbox'
import { told, type Words } from '../words/words'

interface TheirsProps {
  message: ChatMessage
  words: Words
  language: Language
}

export function Theirs({ message, words, language }: TheirsProps) {
  const author = message.author ?? 'ai'
  return (
    <div class={`theirs ${author}`}>
      <p class="who">
        <b>{words.by[author]}</b> <Time at={Date.parse(message.at)} language={language} />
      </p>
      <Bubble text={message.text} words={words} />
    </div>
  )
}

interface OwnProps {
  text: string
  at: number
  words: Words
  language: Language
  letter?: Letter
  chat?: Chat
}

export function Own({ text, at, words, language, letter, chat }: OwnProps) {
  return (
    <div class={letter ? `own ${letter.state}` : 'own'}>
      <span class="unseen">{words.me}</span>
      <Bubble text={text} words={words} />
      <p class="who">{letter && chat ? <Way {...{ letter, chat, words }} /> : <Time at={at} language={language} />}</p>
    </div>
  )
}

/** How far an own message has come, and what can be done. */
function Way({ letter, chat, words }: { letter: Letter; chat: Chat; words: Words }) {
  const refused = letter.state === 'refused'
  const coming = letter.state === 'waiting' || letter.state === 'sending'
  // One that cannot go out holds back those behind it.
  const stuck = coming && chat.shown.letters.some((each) => each.failures > 0 && each.state !== 'refused')
  return (
    <>
      <span>{coming ? words.state[stuck ? 'waiting' : 'sending'] : words.state[letter.state]}</span>
      {refused && <span class="why">{told(words, letter.code)}</span>}
      {(refused || (stuck && letter.failures > 0)) && (
        <button type="button" class="text" onClick={() => chat.again(letter.id)}>
          {words.again}
        </button>
      )}
      {refused && letter.choice === null && (
        <button type="button" class="text" onClick={() => chat.takeBack(letter.id)}>
          {words.takeBack}
        </button>
      )}
    </>
  )
}

function Bubble({ text, words }: { text: string; words: Words }) {
  if (text === '') return <p class="bubble deleted">{words.deleted}</p>
  return (
    <p class="bubble">
      {parts(text).map((part) =>
        part.href ? (
          <a href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </p>
  )
}

function Time({ at, language }: { at: number; language: Language }) {
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at)
  return <time dateTime={new Date(at).toISOString()}>{time}</time>
}
