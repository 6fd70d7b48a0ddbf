/** Where the customer writes. Enter sends, but never in the middle of composing a syllable. */

import { Component, createRef, type TargetedKeyboardEvent } from 'preact'

import type { Chat } from '../chat/chat'
import { LONGEST, TELL_FROM, lengthOf } from '../chat/message_text'
import type { Words } from '../words/words'

/** The field grows up to so many pixels. */
const TALLEST = 132

interface Props {
  chat: Chat
  words: Words
  drafts: number
}

export class Writing extends Component<Props, { text: string }> {
  state = { text: this.props.chat.memory.draft }
  #field = createRef<HTMLTextAreaElement>()

  componentDidMount(): void {
    window.addEventListener('dajeong:opened', this.focus)
    this.#grow()
  }

  componentWillUnmount(): void {
    window.removeEventListener('dajeong:opened', this.focus)
  }

  componentDidUpdate({ drafts }: Props): void {
    this.#grow()
    if (drafts === this.props.drafts) return
    // Words put here by the page or taken back: the customer goes on behind them.
    this.setState({ text: this.props.chat.memory.draft }, () => this.#field.current?.focus())
  }

  /** On a desktop the field is ready at once; on a phone the keyboard would hide what was said. */
  focus = (): void => {
    if (matchMedia('(pointer: coarse)').matches) document.querySelector<HTMLElement>('.log')?.focus()
    else this.#field.current?.focus()
  }

  #grow(): void {
    const field = this.#field.current
    if (!field) return
    field.style.height = 'auto'
    field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`
  }

  #change(text: string): void {
    this.setState({ text })
    this.props.chat.memory.draft = text
  }

  send = (event: Event): void => {
    event.preventDefault()
    const { text } = this.state
    if (!sendable(lengthOf(text))) return
    this.props.chat.send(text)
    this.#change('')
    this.#field.current?.focus()
  }

  key = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): void => {
    // 229: Safari ends a composition before it tells of the Enter that ended it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    this.send(event)
  }

  render({ words }: Props, { text }: { text: string }) {
    const length = lengthOf(text)
    const over = length > LONGEST
    const near = length >= TELL_FROM
    return (
      <form class="writing" onSubmit={this.send}>
        <p id="room" class={over ? 'room over' : 'room'} role="status">
          {near && (over ? words.tooLong(length - LONGEST) : words.left(LONGEST - length))}
        </p>
        <div class="field">
          <textarea
            ref={this.#field}
            rows={1}
            value={text}
            aria-label={words.write}
            aria-describedby="room hint"
            aria-invalid={over}
            placeholder={words.placeholder}
            enterkeyhint="send"
            onInput={(event) => this.#change(event.currentTarget.value)}
            onKeyDown={this.key}
          />
          <button type="submit" class="round send" aria-label={words.send} aria-disabled={!sendable(length)}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path
                d="M12 19V5.5m0 0L6 11.5m6-6 6 6"
                stroke="currentColor"
                stroke-width="2.2"
                stroke-linecap="round"
                stroke-linejoin="round"
              />
            </svg>
          </button>
        </div>
        <span id="hint" class="unseen">
          {words.writeHint}
        </span>
      </form>
    )
  }
}

function sendable(length: number): boolean {
  return length > 0 && length <= LONGEST
}
