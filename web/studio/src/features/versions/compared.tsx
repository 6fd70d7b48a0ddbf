/** Any two versions compared, over the page; the draft is one of them. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'

import { Modal, NativeSelect } from '@mantine/core'
import { useState } from 'react'

import { useOwnWords } from '../../words/words'
import type { Remembered } from './remembered'
import { Told } from './told'
import { en } from './words.en'
import { ko } from './words.ko'

export interface Compared {
  before: string
  after: string
}

interface Shown {
  playbook: string
  versions: readonly Remembered[]
  stamp: string
  compared: Compared
  close: () => void
}

const DRAFT = 'draft'

export function ComparisonDialog({ playbook, versions, stamp, compared, close }: Shown) {
  const own = useOwnWords({ ko, en })
  const [before, setBefore] = useState(compared.before)
  const [after, setAfter] = useState(compared.after)
  // A version that was put in force more than once is named after the last time.
  const once = versions.filter((each, n) => versions.findIndex((other) => other.version === each.version) === n)
  const known = [
    { value: DRAFT, label: own.draftName },
    ...once.map((each) => ({ value: each.version, label: nameOf(each) })),
  ]
  function nameOf(each: Remembered): string {
    const named = each.note ? `${own.number(each.number)} · ${each.note}` : own.number(each.number)
    return each.in_force ? `${named} (${own.inForce})` : named
  }
  return (
    <Modal opened onClose={close} size="xl" title={own.comparison} closeButtonProps={{ 'aria-label': own.close }}>
      <div className="two-versions">
        <NativeSelect label={own.before} data={known} value={before} onChange={(event) => setBefore(event.currentTarget.value)} />
        <NativeSelect label={own.after} data={known} value={after} onChange={(event) => setAfter(event.currentTarget.value)} />
      </div>
      <Told playbook={playbook} before={before} after={after} stamp={before === DRAFT || after === DRAFT ? stamp : ''} />
    </Modal>
  )
}
