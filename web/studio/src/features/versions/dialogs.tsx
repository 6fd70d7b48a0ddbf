/** What opens over the page: two versions compared, and the question before a version is recalled. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'

import { Button, Group, Modal, Text, Textarea } from '@mantine/core'
import { useState } from 'react'

import { useOwnWords } from '../../words/words'
import type { Published } from './asking'
import { Told } from './told'
import { en } from './words.en'
import { ko } from './words.ko'

export interface Compared {
  before: Published
  after: Published
}

export function ComparisonDialog({ playbook, compared, close }: { playbook: string; compared: Compared | null; close: () => void }) {
  const own = useOwnWords({ ko, en })
  const named = (each: Published) => (each.in_force ? own.now : `‘${each.note || each.version.slice(0, 7)}’`)
  return (
    <Modal
      opened={compared !== null}
      onClose={close}
      size="xl"
      title={compared ? own.comparison(named(compared.before), named(compared.after)) : ''}
      closeButtonProps={{ 'aria-label': own.close }}
    >
      {compared && <Told playbook={playbook} before={compared.before.version} after={compared.after.version} />}
    </Modal>
  )
}

export function RecallDialog({ opened, close, go }: { opened: boolean; close: () => void; go: (why: string) => void }) {
  const own = useOwnWords({ ko, en })
  const [why, setWhy] = useState('')
  return (
    <Modal opened={opened} onClose={close} title={own.recallTitle} closeButtonProps={{ 'aria-label': own.close }}>
      <Text mb="md">{own.recallBody}</Text>
      <Textarea
        label={own.recallWhy}
        value={why}
        rows={2}
        maxLength={1_900}
        data-autofocus
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={close}>
          {own.cancel}
        </Button>
        <Button color="red" onClick={() => (setWhy(''), go(why.trim()))}>
          {own.recallGo}
        </Button>
      </Group>
    </Modal>
  )
}
