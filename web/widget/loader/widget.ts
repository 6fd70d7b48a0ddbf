/** The button and the frame on somebody's page, kept apart from its styles in a shadow root. */

import { brand } from '../shared/colour'
import { languageOf } from '../shared/languages'
import { heardByPage, type ToFrame } from '../shared/protocol'
import { STYLE } from './style'
import { WORDS } from './words'

declare global {
  interface Window {
    Dajeong?: { open(): void; close(): void; write(text: string): void }
  }
}

const SPEECH =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M16 5.5c-6.4 0-11.5 4.2-11.5 9.5 0 3 1.7 5.7 4.3 7.4-.1 1.5-.7 2.9-1.7 3.9-.3.3-.1.8.4.7 2.5-.3 4.4-1.3 5.7-2.4.9.2 1.8.3 2.8.3 6.4 0 11.5-4.2 11.5-9.5S22.4 5.5 16 5.5Z" fill="currentColor"/><path d="M11.5 14.7c1.3 2 2.8 3 4.5 3s3.2-1 4.5-3" fill="none" stroke="var(--ground)" stroke-width="2" stroke-linecap="round"/></svg>'
const DOWN =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><path d="m9 13 7 7 7-7" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>'

/** Put the widget on this page. `settings` are the script's data attributes. */
export function openWidget(server: string, settings: DOMStringMap): void {
  if (window.Dajeong || !settings.playbook) return
  const language = languageOf(settings.language) ?? languageOf(document.documentElement.lang) ?? 'ko'
  const words = WORDS[language]
  const colours = brand(settings.color)
  const usedBefore = `dajeong:${settings.playbook}`

  const host = document.createElement('div')
  host.lang = language
  host.dataset.dajeong = ''
  host.style.cssText = `all:initial;--ground:${colours.ground};--ink:${colours.ink}`
  if (settings.side === 'left') host.dataset.side = 'left'
  const root = host.attachShadow({ mode: 'open' })
  dress(root)

  const button = document.createElement('button')
  button.type = 'button'
  button.innerHTML = SPEECH + DOWN
  const badge = document.createElement('span')
  badge.className = 'badge'
  badge.setAttribute('aria-hidden', 'true')
  button.append(badge)
  root.append(button)
  document.body.append(host)

  let frame: HTMLIFrameElement | null = null
  let ready = false
  let open = false
  let unread = 0
  let waiting: ToFrame[] = []

  const tell = (said: ToFrame): void => {
    if (ready) frame?.contentWindow?.postMessage(said, server)
    else waiting.push(said)
  }

  function prepare(): void {
    if (frame) return
    frame = document.createElement('iframe')
    const asked = new URLSearchParams({ playbook: settings.playbook ?? '', language, origin: location.origin })
    if (settings.color) asked.set('color', settings.color)
    if (settings.customer) asked.set('customer', settings.customer)
    frame.src = `${server}/widget/frame?${asked}`
    frame.title = words.frame
    // So that the frame can see for itself which page it stands in.
    frame.referrerPolicy = 'origin'
    frame.setAttribute('allow', 'clipboard-write')
    root.insertBefore(frame, button)
  }

  function show(opening: boolean): void {
    if (opening) prepare()
    if (opening === open) return
    open = opening
    host.toggleAttribute('data-open', open)
    describe()
    tell({ dajeong: 1, type: open ? 'opened' : 'closed' })
    if (open) {
      remember(usedBefore)
      frame?.focus()
    } else button.focus()
  }

  function describe(): void {
    badge.textContent = unread > 9 ? '9+' : unread > 0 ? String(unread) : ''
    const name = open ? words.close : words.open
    button.setAttribute('aria-label', unread > 0 && !open ? `${name}, ${words.unread(unread)}` : name)
    button.setAttribute('aria-expanded', String(open))
  }

  window.addEventListener('message', (event) => {
    const said = frame && heardByPage(event, { source: frame.contentWindow, origin: server })
    if (!said) return
    if (said.type === 'ready') {
      ready = true
      const late = waiting
      waiting = []
      late.forEach(tell)
    } else if (said.type === 'close') show(false)
    else {
      unread = open ? 0 : said.count
      describe()
    }
  })
  button.addEventListener('click', () => show(!open))
  for (const reach of ['pointerenter', 'focus']) button.addEventListener(reach, prepare, { once: true })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open && !event.isComposing && !event.defaultPrevented) show(false)
  })

  describe()
  window.Dajeong = {
    open: () => show(true),
    close: () => show(false),
    write: (text) => {
      show(true)
      tell({ dajeong: 1, type: 'write', text: String(text) })
    },
  }
  if (settings.open === 'true') show(true)
  // Whoever has talked to us before may have an answer waiting.
  else if (recalls(usedBefore)) prepare()
}

function dress(root: ShadowRoot): void {
  try {
    // Not stopped by the page's own content security policy, as a style element would be.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    root.adoptedStyleSheets = [sheet]
  } catch {
    const style = document.createElement('style')
    style.textContent = STYLE
    root.append(style)
  }
}

function remember(key: string): void {
  try {
    localStorage.setItem(key, '1')
  } catch {
    // Storage is blocked: the chat works all the same.
  }
}

function recalls(key: string): boolean {
  try {
    return localStorage.getItem(key) === '1'
  } catch {
    return false
  }
}
