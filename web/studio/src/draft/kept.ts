/** What is written in a form, kept in this tab until it is sent or thrown away: a reload, a way back or an ended session loses nothing. */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { sessionQuery } from '../session/session'

const PLACE = 'dajeong:written:'
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What was kept there, null when nothing that can be read. */
export function keptIn<T>(storage: Storage, place: string): T | null {
  try {
    return JSON.parse(storage.getItem(PLACE + place) ?? 'null') as T | null
  } catch {
    return null
  }
}

/** Keep it there; what says no more than the form did at first is not kept. */
export function keepIn<T>(storage: Storage, place: string, written: T, first: T): void {
  const text = JSON.stringify(written)
  try {
    if (text === JSON.stringify(first)) storage.removeItem(PLACE + place)
    else storage.setItem(PLACE + place, text)
  } catch {
    // A full or forbidden storage: then only this page holds it.
  }
}

interface Kept<T> {
  written: T
  write: (written: T) => void
  /** Begin anew: it was sent, or is thrown away. */
  forget: () => void
  /** Whether the form was found written in. */
  found: boolean
}

/** The state of a form whose text would be missed. `place` names the form, of which everybody has their own; it opens as `opened` says. */
export function useKept<T>(place: string, first: T, opened: (written: T) => T = (written) => written): Kept<T> {
  const at = `${useWriter()}:${place}`
  const [before] = useState(() => keptIn<T>(window.sessionStorage, at))
  const [written, setWritten] = useState(() => opened(before ?? first))
  const write = (news: T) => {
    setWritten(news)
    keepIn(window.sessionStorage, at, news, first)
  }
  return { written, write, forget: () => write(first), found: before !== null }
}

/** What a form of this name was left with, if anything. */
export function useLeft<T>(place: string): T | null {
  return keptIn<T>(window.sessionStorage, `${useWriter()}:${place}`)
}

function useWriter(): string {
  return useQuery(sessionQuery).data?.person?.name ?? ''
}
