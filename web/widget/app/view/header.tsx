/** Who the customer is talking with. */

import type { Holder } from '../chat/events'
import type { Words } from '../words/words'

interface Props {
  words: Words
  title: string
  assistant: string
  holder: Holder
  close: (() => void) | null
}

export function Header({ words, title, assistant, holder, close }: Props) {
  const who = holder === 'teammate' ? words.withTeammate : words.assistant(assistant)
  return (
    <header>
      <svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r="20" fill="currentColor" opacity=".16" />
        <path d="M20 10.5c-5.8 0-10.5 3.8-10.5 8.5 0 2.7 1.6 5.1 4 6.6-.1 1.4-.7 2.6-1.5 3.5-.3.3-.1.8.4.7 2.2-.3 4-1.2 5.2-2.2.8.1 1.6.2 2.4.2 5.8 0 10.5-3.9 10.5-8.8 0-4.7-4.7-8.5-10.5-8.5Z" fill="currentColor" />
        <path d="M15.8 19c1.2 1.8 2.6 2.7 4.2 2.7s3-.9 4.2-2.7" fill="none" stroke="var(--brand)" stroke-width="2" stroke-linecap="round" />
      </svg>
      <div class="names">
        <h1>{title || assistant}</h1>
        <p>{who}</p>
      </div>
      {close && (
        <button type="button" class="round" onClick={close} aria-label={words.close}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="m6.5 6.5 11 11m0-11-11 11" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
          </svg>
        </button>
      )}
    </header>
  )
}
