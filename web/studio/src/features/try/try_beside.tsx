/** The try as a drawer beside every page of a playbook: a button above the page, and the panel that comes when it is first opened. */

import './beside.css'

import { Button, CloseButton, Portal, Skeleton, Title } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react'

import { useOwnWords } from '../../words/words'
import { TryIcon } from './icon'
import { tellReached } from './reached'
import { en } from './words.en'
import { ko } from './words.ko'

const Panel = lazy(async () => ({ default: (await import('./try_panel')).TryPanel }))

interface Given {
  playbook: string
  /** What the button says elsewhere than above a page of the playbook. */
  label?: string
  /** Before it opens. */
  opens?: () => void
}

export function TryBeside({ playbook, label, opens }: Given) {
  const own = useOwnWords({ ko, en })
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const reach = useCallback((scenario: string, step: string) => tellReached({ playbook, scenario, step }), [playbook])
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <>
      <Button
        ref={opener}
        size="compact-md"
        variant="default"
        leftSection={<TryIcon size={18} />}
        aria-expanded={open}
        onClick={() => {
          if (open) return close()
          opens?.()
          setOpen(true)
        }}
      >
        {label ?? own.open}
      </Button>
      {open && (
        <Portal>
          <Drawer close={close}>
            <Panel key={playbook} playbook={playbook} onStep={reach} />
          </Drawer>
        </Portal>
      )}
    </>
  )
}

function Drawer({ close, children }: { close: () => void; children: ReactNode }) {
  const own = useOwnWords({ ko, en })
  const drawer = useRef<HTMLElement>(null)
  // Where there is room for both the page moves over, so that nothing of the editor lies behind the drawer.
  useEffect(() => {
    drawer.current?.focus()
    document.documentElement.classList.add('trying')
    return () => {
      document.documentElement.classList.remove('trying')
      tellReached(null)
    }
  }, [])
  return (
    <aside
      ref={drawer}
      className="try-drawer"
      aria-label={own.title}
      tabIndex={-1}
      onKeyDown={(event) => {
        // A dialog or a menu of the panel is not inside it, and closes by itself.
        if (event.key === 'Escape' && drawer.current?.contains(event.target as Node)) close()
      }}
    >
      <header>
        <Title order={2} size="h4">
          {own.title}
        </Title>
        <CloseButton aria-label={own.close} onClick={close} />
      </header>
      <Suspense fallback={<Skeleton height={320} radius="lg" />}>{children}</Suspense>
    </aside>
  )
}
