/** What a key does on the desk as a whole, wherever on it the keyboard is. */

import type { KeyboardEvent } from 'react'

import type { Acts } from './acts'
import type { Desk } from './desk'
import { latin, typing } from './keys'

interface Given {
  desk: Desk
  acts: Acts
  removePicked: () => void
  /** Takes the chosen way away, while there is one. */
  dropChosen: (() => void) | undefined
  /** From the form to where it was opened. */
  back: () => void
  showKeys: () => void
}

export function keyAct(event: KeyboardEvent, { desk, acts, removePicked, dropChosen, back, showKeys }: Given): (() => void) | undefined {
  const target = event.target as Element
  const key = latin(event)
  if (event.nativeEvent.isComposing || target.closest('[role=dialog]') !== null) return undefined
  if (key === 'escape' && target.closest('.desk-side') !== null) return back
  if (typing(target)) return undefined
  if (key === '?') return showKeys
  if (key === '/') return () => document.querySelector<HTMLElement>('.desk-search input')?.focus()
  if (key === 'escape') return () => desk.pick([])
  if (desk.slip !== null) return undefined
  if (key === 'delete' || key === 'backspace') return removed(target, desk, { acts, removePicked, dropChosen })
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined
  if (key === 'c' && window.getSelection()?.isCollapsed !== false) return acts.copy
  if (key === 'v') return acts.paste
  if (key === 'x') return () => (acts.copy(), removePicked())
  if (key === 'a') return () => desk.pick([...(desk.scene?.byId.keys() ?? [])])
  if (key === 'z') return event.shiftKey ? desk.redo : desk.undo
  return key === 'y' ? desk.redo : undefined
}

function removed(target: Element, desk: Desk, { acts, removePicked, dropChosen }: Pick<Given, 'acts' | 'removePicked' | 'dropChosen'>) {
  if (dropChosen !== undefined) return dropChosen
  if (desk.picked.length === 0) return undefined
  // Who works on the picture with a mouse goes on there.
  return target.closest('.desk-canvas') === null ? removePicked : acts.remove
}
