/** The head of a page that edits a draft: its title, the playbook, how far saving is, back and forth. */

import './edits.css'

import { ActionIcon, Title } from '@mantine/core'
import { type ReactNode, useLayoutEffect, useRef } from 'react'

import { PlaybookPicker } from '../draft/picker'
import { SaveState } from '../draft/save_state'
import type { Section } from '../draft/section'
import { useOwnWords } from '../words/words'
import type { Edits } from './edits'
import { RedoIcon, UndoIcon } from './icons'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  title: string
  lead: string
  playbook: string
  section: Section
  edits: Edits
  children?: ReactNode
}

export function EditHead({ title, lead, playbook, section, edits, children }: Given) {
  const own = useOwnWords({ ko, en })
  const group = useRef<HTMLDivElement>(null)
  const used = useRef(false)
  // A button that can do no more gives the keyboard to the one beside it.
  useLayoutEffect(() => {
    if (used.current && document.activeElement !== null && (document.activeElement === document.body || (document.activeElement as HTMLButtonElement).disabled))
      group.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
  }, [edits.undo === undefined, edits.redo === undefined])
  return (
    <header className="edit-head">
      <div>
        <Title order={1} size="h2">
          {title}
        </Title>
        <p className="soft">{lead}</p>
      </div>
      <div className="edit-tools">
        <SaveState name={playbook} />
        <ActionIcon.Group ref={group} onFocus={() => (used.current = true)} onBlur={(event) => (used.current = event.relatedTarget === null)}>
          <ActionIcon variant="default" size="lg" aria-label={own.undo} title={own.undo} disabled={!edits.undo} onClick={edits.undo}>
            <UndoIcon size={18} />
          </ActionIcon>
          <ActionIcon variant="default" size="lg" aria-label={own.redo} title={own.redo} disabled={!edits.redo} onClick={edits.redo}>
            <RedoIcon size={18} />
          </ActionIcon>
        </ActionIcon.Group>
        <PlaybookPicker playbook={playbook} section={section} />
        {children}
      </div>
    </header>
  )
}
