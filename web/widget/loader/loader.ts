/**
 * The loader any page embeds: <script src=".../widget/loader.js" data-playbook="parcel" async></script>.
 * It makes a button; the chat is fetched when the button is first reached for.
 */

import { openWidget } from './widget'

const script = document.currentScript as HTMLScriptElement | null
if (script?.src) {
  const server = new URL(script.src).origin
  const start = (): void => openWidget(server, script.dataset)
  if (document.body) start()
  else document.addEventListener('DOMContentLoaded', start, { once: true })
}
