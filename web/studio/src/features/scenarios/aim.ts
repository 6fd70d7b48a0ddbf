/** Where the keyboard goes next: to a step of the list, to a way, or into the form, as soon as it is there. */

import { useEffect, useState } from 'react'

import type { Port } from '../../scene/scene'
import type { Desk } from './desk'

export type Aim = { to: 'step'; id?: string } | { to: 'way' } | { to: 'form'; port?: Port }

export function useAim(desk: Desk): (aim: Aim) => void {
  const [aim, setAim] = useState<Aim | null>(null)
  // What was just written comes a moment later: it is looked for after every drawing until it is there.
  useEffect(() => {
    if (aim === null) return
    const found = placeOf(aim)
    if (found === null) return
    found.focus()
    setAim(null)
  })
  useEffect(() => setAim(null), [desk.path])
  return setAim
}

function placeOf(aim: Aim): HTMLElement | null {
  if (aim.to === 'way') return document.querySelector('.way-bar button')
  if (aim.to === 'step') return document.querySelector(aim.id === undefined ? '.steps [tabindex="0"]' : `.steps [data-step="${CSS.escape(aim.id)}"]`)
  const at = aim.port === undefined ? null : document.querySelector(`.step-panel [data-port="${aim.port}"]`)
  const form = at ?? document.querySelector('.step-panel')
  // The condition first: it is what was asked for.
  return form?.querySelector('.condition :is(select, button)') ?? form?.querySelector<HTMLElement>(':is(input, select, textarea)') ?? null
}
