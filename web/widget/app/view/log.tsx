/** Everything that was said, oldest first, and the end of it in sight. */

import { Component, createRef, type TargetedEvent } from 'preact'

import type { Language } from '../../shared/languages'
import type { Chat, Shown } from '../chat/chat'
import type { ChatMessage } from '../chat/events'
import type { Words } from '../words/words'
import { Answers } from './answers'
import { Own, Theirs } from './message'

interface Props {
  chat: Chat
  shown: Shown
  words: Words
  language: Language
}

/** Within so many pixels of the end the reader counts as being at the end. */
const NEAR = 60

export class Log extends Component<Props, { below: boolean }> {
  state = { below: false }
  #box = createRef<HTMLDivElement>()
  #atEnd = true
  #sized: ResizeObserver | undefined

  componentDidMount(): void {
    // The panel may be hidden or small when words arrive: whatever its size becomes, the end stays in sight.
    this.#sized = new ResizeObserver(() => this.#atEnd && this.jump())
    if (this.#box.current) this.#sized.observe(this.#box.current)
    this.jump()
  }

  componentWillUnmount(): void {
    this.#sized?.disconnect()
  }

  /** Stay at the end while the reader is there, or has just written; else tell that something new is below. */
  componentDidUpdate({ shown: before }: Props): void {
    const { thread, letters } = this.props.shown
    if (this.#atEnd || letters.length > before.letters.length) this.jump()
    else if (thread.messages.length > before.thread.messages.length) this.setState({ below: true })
  }

  look = ({ currentTarget: box }: TargetedEvent<HTMLDivElement>): void => {
    this.#atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR
    if (this.#atEnd && this.state.below) this.setState({ below: false })
  }

  jump = (): void => {
    const box = this.#box.current
    if (box) box.scrollTop = box.scrollHeight
    if (this.state.below) this.setState({ below: false })
  }

  render({ chat, shown, words, language }: Props) {
    const { messages, typing, holder } = shown.thread
    const count = messages.length + shown.letters.length
    return (
      <div class="middle">
        <div
          class="log"
          ref={this.#box}
          onScroll={this.look}
          tabIndex={0}
          role="log"
          aria-label={words.log}
          aria-live={shown.phase === 'ready' ? 'polite' : 'off'}
        >
          {shown.phase === 'opening' && count === 0 && <p class="day">{words.opening}</p>}
          {messages.map((each, i) => (
            <Entry key={each.id} message={each} before={messages[i - 1]} {...{ words, language }} />
          ))}
          {shown.letters.map((each) => (
            <Own key={each.id} text={each.text} at={each.at} letter={each} {...{ chat, words, language }} />
          ))}
          {typing && holder === 'assistant' && <Typing words={words} />}
          <Ready {...{ chat, shown, words }} />
        </div>
        {this.state.below && (
          <button type="button" class="jump" onClick={this.jump}>
            {words.newMessage}
          </button>
        )}
      </div>
    )
  }
}

/** Ready answers belong to the newest message only. */
function Ready({ chat, shown, words }: Omit<Props, 'language'>) {
  const { messages, typing, closed } = shown.thread
  const last = messages.at(-1)
  if (!last || last.by === 'customer' || shown.letters.length > 0 || typing || closed) return null
  return <Answers key={last.id} message={last} {...{ chat, words }} />
}

function Typing({ words }: { words: Words }) {
  return (
    <div class="typing">
      <span class="unseen">{words.typing}</span>
      <i />
      <i />
      <i />
    </div>
  )
}

function Entry(props: { message: ChatMessage; before: ChatMessage | undefined; words: Words; language: Language }) {
  const { message, before, words, language } = props
  const at = Date.parse(message.at)
  const day = dayOf(at, language)
  return (
    <>
      {(!before || dayOf(Date.parse(before.at), language) !== day) && <p class="day">{day}</p>}
      {message.by === 'customer' ? (
        <Own text={message.text} {...{ at, words, language }} />
      ) : (
        <Theirs {...{ message, words, language }} />
      )}
    </>
  )
}

function dayOf(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', weekday: 'long' }).format(at)
}
