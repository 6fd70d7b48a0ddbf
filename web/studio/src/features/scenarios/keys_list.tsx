/** The keys of the desk, all in one list. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'

import { Modal } from '@mantine/core'

import { useOwnWords } from '../../words/words'
import { en } from './words.en'
import { ko } from './words.ko'

const GROUPS = {
  steps: [
    ['↑ ↓', 'next'],
    ['Shift + ↑ ↓', 'several'],
    ['→', 'out'],
    ['←', 'into'],
    ['Enter', 'edit'],
    ['+ / Insert', 'behind'],
    ['C', 'connect'],
    ['Alt + ← ↑ ↓ →', 'place'],
    ['Ctrl + C / X / V', 'copy'],
    ['Delete', 'remove'],
  ],
  ways: [
    ['↑ ↓', 'otherWay'],
    ['→', 'along'],
    ['←', 'back'],
    ['Enter', 'condition'],
    ['+ / Insert', 'on'],
    ['C', 'connect'],
    ['Delete', 'drop'],
    ['Esc', 'toStep'],
  ],
  all: [
    ['Ctrl + Z', 'undo'],
    ['Ctrl + Shift + Z', 'redo'],
    ['/', 'find'],
    ['Esc', 'leave'],
    ['?', 'list'],
  ],
} as const

export function KeysList({ opened, close }: { opened: boolean; close: () => void }) {
  const own = useOwnWords({ ko, en })
  return (
    <Modal opened={opened} onClose={close} size={920} title={own.keys.open} closeButtonProps={{ 'aria-label': own.keys.close }}>
      <div className="keys-list">
        {(['steps', 'ways', 'all'] as const).map((where) => (
          <section key={where}>
            <h3>{own.keys.where[where]}</h3>
            <dl>
              {GROUPS[where].map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{own.keys.does[does]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
