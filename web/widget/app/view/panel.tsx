/** The whole chat: who answers, what was said, what can be said now. */

import type { Language } from '../../shared/languages'
import type { Chat } from '../chat/chat'
import type { Words } from '../words/words'
import { Header } from './header'
import { Log } from './log'
import { Closed, State, Trouble } from './states'
import { Writing } from './writing'

export interface Props {
  chat: Chat
  words: Words
  language: Language
  title: string
  assistant: string
  close: (() => void) | null
}

export function Panel({ chat, words, language, title, assistant, close }: Props) {
  const shown = chat.shown
  const lost = shown.phase === 'trouble' && shown.thread.messages.length === 0
  return (
    <main class="panel">
      <Header {...{ words, title, assistant, close }} holder={shown.thread.holder} />
      <Log {...{ chat, shown, words, language }} />
      <State {...{ shown, words }} />
      {lost && <Trouble {...{ chat, words }} code={shown.code} />}
      {shown.thread.closed ? <Closed {...{ chat, words }} /> : <Writing {...{ chat, words }} drafts={shown.drafts} />}
    </main>
  )
}
