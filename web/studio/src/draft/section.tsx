/** Where the pages of a playbook stand: /playbooks/<name>/<section>; without a name the way leads to the one used last. */

import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'

import { useNames } from '../words/named'

export const SECTIONS = ['scenarios', 'persona', 'empathy', 'lines', 'intents', 'try', 'rehearsals', 'versions'] as const
export type Section = (typeof SECTIONS)[number]
const KEPT = 'dajeong:playbook'

export function placeOf(playbook: string, section: Section): string {
  return `/playbooks/${encodeURIComponent(playbook)}/${section}`
}

/** The playbook of this page, else the one used last, else the first; null while none is known. */
export function usePlaybook(): string | null {
  const { playbook } = useParams({ strict: false }) as { playbook?: string }
  const { playbooks } = useNames()
  useEffect(() => {
    if (playbook) window.localStorage.setItem(KEPT, playbook)
  }, [playbook])
  if (playbook) return playbook
  const last = window.localStorage.getItem(KEPT)
  return (playbooks.find((each) => each.name === last) ?? playbooks[0])?.name ?? null
}

/** The page at /scenarios and its like: leads on to the playbook's own. */
export function ToPlaybook({ section }: { section: Section }) {
  const go = useNavigate()
  const playbook = usePlaybook()
  const { settled } = useNames()
  useEffect(() => {
    if (playbook) void go({ to: placeOf(playbook, section), replace: true })
    else if (settled) void go({ to: '/playbooks', replace: true })
  }, [go, playbook, section, settled])
  return null
}
