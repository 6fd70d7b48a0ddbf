/** The try as a drawer beside an editor: a button in the page's head, and the panel that comes when it is first opened. */

import './try.css'

import { Button, CloseButton, Portal, Skeleton, Title } from '@mantine/core'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'

import { useOwnWords } from '../../words/words'
import { TryIcon } from './icon'
import type { TryPanelGiven } from './try_panel'
import { en } from './words.en'
import { ko } from './words.ko'

const Panel = lazy(async () => ({ default: (await import('./try_panel')).TryPanel }))

export function TryBeside(given: Omit<TryPanelGiven, 'wide'>) {
  const own = useOwnWords({ ko, en })
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <>
      <Button ref={opener} variant="default" leftSection={<TryIcon size={18} />} aria-expanded={open} onClick={() => (open ? close() : setOpen(true))}>
        {own.open}
      </Button>
      {open && (
        <Portal>
          <Drawer close={close}>
            <Panel {...given} />
          </Drawer>
        </Portal>
      )}
    </>
  )
}

function Drawer({ close, children }: { close: () => void; children: React.ReactNode }) {
  const own = useOwnWords({ ko, en })
  const drawer = useRef<HTMLElement>(null)
  // The page makes room, so that nothing of the editor lies behind the drawer.
  useEffect(() => {
    drawer.current?.focus()
    document.documentElement.classList.add('trying')
    return () => document.documentElement.classList.remove('trying')
  }, [])
  return (
    <aside
      ref={drawer}
      className="try-drawer"
      aria-label={own.title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
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
