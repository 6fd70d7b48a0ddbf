/** Changes of a draft's files that can be taken back: what the editors of persona and empathy write with. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { type Texts, useDraft, useSaveFile } from '../draft/draft'
import { added, NOTHING_DONE, redone, toRedo, toUndo, undone } from './history'

export interface Edits {
  texts: Texts
  /** Writes what `change` makes of the file's text; changes of one `thing` in a row are taken back together. */
  write: (path: string, change: (text: string) => string, thing?: string) => void
  undo: (() => void) | undefined
  redo: (() => void) | undefined
}

export function useEdits(name: string): Edits {
  const { texts } = useDraft(name)
  const { save } = useSaveFile(name)
  const [history, setHistory] = useState(NOTHING_DONE)
  const now = useRef(texts)
  now.current = texts

  const write = useCallback(
    (path: string, change: (text: string) => string, thing = '') => {
      const before = now.current[path]
      const after = change(before ?? '')
      if (after === before) return
      now.current = { ...now.current, [path]: after }
      save(path, after)
      setHistory((history) => added(history, { path, before, after, thing, at: Date.now() }))
    },
    [save],
  )
  const [back, forth] = [toUndo(history, texts), toRedo(history, texts)]
  const undo = useMemo(
    () =>
      back &&
      (() => {
        save(back.path, back.before ?? null)
        setHistory(undone)
      }),
    [back, save],
  )
  const redo = useMemo(
    () =>
      forth &&
      (() => {
        save(forth.path, forth.after)
        setHistory(redone)
      }),
    [forth, save],
  )
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      // In a field the browser takes back what was typed there.
      if ((event.target as Element | null)?.closest?.('input, textarea, [contenteditable]')) return
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const step = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : undefined
      if (step) {
        event.preventDefault()
        step()
      }
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [undo, redo])
  return { texts, write, undo, redo }
}
