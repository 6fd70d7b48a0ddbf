/** Starts the chat in its frame: reads what it is about, joins the parts, and listens to the page around. */

import { render } from 'preact'

import { brand, hex, parse, readableOn } from '../shared/colour'
import type { Language } from '../shared/languages'
import { Api } from './chat/api'
import { Chat } from './chat/chat'
import { Memory, browserStorage } from './chat/memory'
import { hear, pageAround, tell, type Around } from './page'
import { Panel } from './view/panel'
import type { Words } from './words/words'
import './style/ground.css'
import './style/said.css'
import './style/sayable.css'

/** A hidden page gives up its line after this long, in milliseconds. */
const HIDDEN = 60_000

interface About {
  title: string
  assistant: string
}

function about(): About {
  const written = document.getElementById('about')?.textContent ?? ''
  const found = JSON.parse(written.startsWith('{') ? written : '{}') as Partial<About>
  return { title: found.title ?? '', assistant: found.assistant ?? '다정' }
}

function dress(colour: string | null): void {
  const { ground, ink, rgb } = brand(colour)
  const on = (paper: string): string => hex(readableOn(rgb, parse(paper) ?? [255, 255, 255]))
  const style = document.documentElement.style
  for (const [name, value] of [
    ['--brand', ground],
    ['--brand-ink', ink],
    ['--brand-on-light', on('#eee7da')],
    ['--brand-on-dark', on('#2a312e')],
  ] as const)
    style.setProperty(name, value)
}

export function start(language: Language, words: Words): void {
  const asked = new URLSearchParams(location.search)
  const { title, assistant } = about()
  const root = document.getElementById('chat') as HTMLElement
  document.title = title || words.page
  dress(asked.get('color'))

  const around = pageAround(asked.get('origin'))
  if (!around) {
    root.textContent = words.notHere
    root.className = 'not-here'
    return
  }
  const playbook = asked.get('playbook') ?? ''
  const customer = asked.get('customer')
  const api = new Api((...request) => fetch(...request))
  const chat = new Chat(api, new Memory(browserStorage(), playbook, customer), { playbook, language, customer })
  const close = around.parent ? () => tell(around, { dajeong: 1, type: 'close' }) : null
  const show = (): void => render(<Panel {...{ chat, words, language, title, assistant, close }} />, root)
  chat.subscribe(show)
  show()
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) close?.()
  })
  join(chat, around)
}

function join(chat: Chat, around: Around): void {
  let told = 0
  chat.subscribe(({ unread }) => {
    if (unread !== told) tell(around, { dajeong: 1, type: 'unread', count: (told = unread) })
  })
  hear(around, (said) => {
    if (said.type === 'write') chat.addToDraft(said.text)
    else {
      void chat.look(said.type === 'opened')
      if (said.type === 'opened') window.dispatchEvent(new Event('dajeong:opened'))
    }
  })
  let resting: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('visibilitychange', () => {
    clearTimeout(resting)
    chat.present(!document.hidden)
    if (document.hidden) resting = setTimeout(() => chat.rest(), HIDDEN)
  })
  for (const change of ['online', 'offline']) window.addEventListener(change, () => chat.network(navigator.onLine))
  if (!navigator.onLine) chat.network(false)
  void chat.begin().then(() => (around.parent ? undefined : chat.look(true)))
  tell(around, { dajeong: 1, type: 'ready' })
}
