/** When two people changed one file: both texts, and one decision. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'

import { Button, Group, Modal, Text } from '@mantine/core'

import { useOwnWords } from '../words/words'
import { useSaveFile } from './draft'
import { SideBySide } from './side_by_side'
import { en } from './words.en'
import { ko } from './words.ko'

export function ConflictDialog({ name, opened, close }: { name: string; opened: boolean; close: () => void }) {
  const own = useOwnWords({ ko, en })
  const { conflict, settle } = useSaveFile(name)
  if (!conflict) return null
  return (
    <Modal opened={opened} onClose={close} size="xl" title={own.title} closeButtonProps={{ 'aria-label': own.later }}>
      <Text mb="md">{own.lead(conflict.path)}</Text>
      <SideBySide
        before={conflict.mine ?? own.gone}
        after={conflict.theirs?.text ?? own.gone}
        names={[own.mine, own.theirs]}
        equal
      />
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={() => settle(conflict.path, 'theirs')}>
          {own.keepTheirs}
        </Button>
        <Button onClick={() => settle(conflict.path, conflict.mine)}>{own.keepMine}</Button>
      </Group>
    </Modal>
  )
}
