/** The step a try beside the page stands at now, for whoever draws the steps: `useReachedStep(playbook)`. */

import { useSyncExternalStore } from 'react'

export interface Reached {
  playbook: string
  scenario: string
  step: string
}

let reached: Reached | null = null
const listeners = new Set<() => void>()

/** Say where the try stands; null when there is none beside the page any more. */
export function tellReached(place: Reached | null): void {
  reached = place
  for (const listener of listeners) listener()
}

export function useReachedStep(playbook: string): Reached | null {
  const found = useSyncExternalStore(subscribe, () => reached)
  return found?.playbook === playbook ? found : null
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
