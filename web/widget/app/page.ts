/** The page around the frame: whether it may be spoken with, and how. */

import { heardByFrame, type ToFrame, type ToPage } from '../shared/protocol'

export interface Around {
  parent: Window | null
  origin: string
}

interface Surroundings {
  given: string | null
  ancestor: string | null
  referrer: string
}

/**
 * The origin of the page that holds the frame, or null when it is not who it says it is. What the loader wrote into
 * the address must agree with what the browser itself tells of the page.
 */
export function trustedOrigin({ given, ancestor, referrer }: Surroundings): string | null {
  const named = originOf(given)
  const told = ancestor ?? originOf(referrer)
  if (!named || (told && told !== named)) return null
  return named
}

function originOf(address: string | null): string | null {
  try {
    const { origin, protocol } = new URL(address ?? '')
    return ['http:', 'https:'].includes(protocol) ? origin : null
  } catch {
    return null
  }
}

/** The conversation with the page, or null when the frame stands in a page it must not trust. */
export function pageAround(given: string | null): Around | null {
  const embedded = window.parent !== window
  if (!embedded) return { parent: null, origin: '' }
  const ancestor = location.ancestorOrigins?.[0] ?? null
  const origin = trustedOrigin({ given, ancestor, referrer: document.referrer })
  return origin ? { parent: window.parent, origin } : null
}

export function tell(around: Around, said: ToPage): void {
  around.parent?.postMessage(said, around.origin)
}

export function hear(around: Around, listener: (said: ToFrame) => void): void {
  window.addEventListener('message', (event) => {
    const said = around.parent && heardByFrame(event, { source: around.parent, origin: around.origin })
    if (said) listener(said)
  })
}
