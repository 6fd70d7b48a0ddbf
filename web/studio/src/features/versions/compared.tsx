/** Two versions compared, over the page. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'

import { Modal } from '@mantine/core'

import { useOwnWords } from '../../words/words'
import type { Published } from './asking'
import { Told } from './told'
import { en } from './words.en'
import { ko } from './words.ko'

export interface Compared {
  before: Published
  after: Published
  /** Which publication the earlier one was, counted from the first. */
  number: number
}

export function ComparisonDialog({ playbook, compared, close }: { playbook: string; compared: Compared | null; close: () => void }) {
  const own = useOwnWords({ ko, en })
  const named = (each: Published, number: number) =>
    each.in_force ? own.now : each.note ? own.quoted(each.note) : own.number(number)
  return (
    <Modal
      opened={compared !== null}
      onClose={close}
      size="xl"
      title={compared ? own.comparison(named(compared.before, compared.number), named(compared.after, compared.number + 1)) : ''}
      closeButtonProps={{ 'aria-label': own.close }}
    >
      {compared && <Told playbook={playbook} before={compared.before.version} after={compared.after.version} />}
    </Modal>
  )
}
