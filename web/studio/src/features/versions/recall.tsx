/** The question before a version is recalled. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'

import { Button, Group, Modal, Text, Textarea } from '@mantine/core'
import { useState } from 'react'

import { useOwnWords } from '../../words/words'
import { en } from './words.en'
import { ko } from './words.ko'

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
        <Button color="red.9" onClick={() => (setWhy(''), go(why.trim()))}>
          {own.recallGo}
        </Button>
      </Group>
    </Modal>
  )
}
