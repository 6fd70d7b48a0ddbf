/** When two people changed one file: both texts, and one decision. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'

import { Button, Group, Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'

import { useOwnWords } from '../words/words'
import { draftQuery, useSaveFile } from './draft'
import { SideBySide } from './side_by_side'
import { en } from './words.en'
import { ko } from './words.ko'

export function ConflictDialog({ name, opened, close }: { name: string; opened: boolean; close: () => void }) {
  const own = useOwnWords({ ko, en })
  const queries = useQueryClient()
  const { conflict, settle } = useSaveFile(name)
  if (!conflict) return null
  const { path, theirs } = conflict
  const keepTheirs = () => {
    const { queryKey } = draftQuery(name)
    // The page knows the file as it was before either: from now on it stands on theirs.
    queries.setQueryData(queryKey, (draft) => {
      if (!draft) return draft
      const others = draft.files.filter((each) => each.path !== path)
      return { ...draft, files: theirs === null ? others : [...others, theirs].sort((a, b) => (a.path < b.path ? -1 : 1)) }
    })
    settle(path, 'theirs')
    void queries.invalidateQueries({ queryKey })
  }
  return (
    <BothTexts
      opened={opened}
      close={close}
      title={own.title}
      lead={own.lead(conflict.path)}
      mine={conflict.mine}
      theirs={conflict.theirs?.text ?? null}
      keepMine={() => settle(conflict.path, conflict.mine)}
      keepTheirs={keepTheirs}
    />
  )
}

interface Both {
  opened: boolean
  close: () => void
  title: string
  lead: string
  /** Null: it was deleted. */
  mine: string | null
  theirs: string | null
  keepMine: () => void
  keepTheirs: () => void
  /** While the choice is being saved. */
  pending?: boolean
  /** Sentences and no file: in the letters of the page. */
  prose?: boolean
}

/** What two people wrote, side by side, and the choice between them. */
export function BothTexts({ opened, close, title, lead, mine, theirs, keepMine, keepTheirs, pending = false, prose = false }: Both) {
  const own = useOwnWords({ ko, en })
  return (
    <Modal opened={opened} onClose={close} size="xl" title={title} closeButtonProps={{ 'aria-label': own.later }}>
      <Text mb="md">{lead}</Text>
      <div className={prose ? 'prose' : undefined}>
        <SideBySide before={mine ?? own.gone} after={theirs ?? own.gone} names={[own.mine, own.theirs]} equal />
      </div>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={keepTheirs}>
          {own.keepTheirs}
        </Button>
        <Button onClick={keepMine} loading={pending}>
          {own.keepMine}
        </Button>
      </Group>
    </Modal>
  )
}
