/** The frame around every page: skip link, navigation, what belongs to me, and the page itself. */

import { ActionIcon, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'

import { placeOf, usePlaybook } from '../draft/section'
import { FEATURES } from '../features/features'
import { sessionQuery, useSignOut } from '../session/session'
import { useWords } from '../words/words'
import { LeaveIcon, Mark, MenuIcon, PersonIcon } from './icons'
import { keepFocus } from './keep_focus'
import { Preferences } from './preferences'
import { Catching } from './states'

const TryBeside = lazy(async () => ({ default: (await import('../features/try/try_beside')).TryBeside }))

export function Frame() {
  const { words } = useWords()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const playbook = usePlaybook()
  const [open, setOpen] = useState(false)
  const page = useRef<HTMLElement>(null)
  const menu = useRef<HTMLElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const first = useRef(true)
  /** Where the menu was opened that has just been closed. */
  const closed = useRef<string | null>(null)

  useEffect(keepFocus, [])

  // After a click in the navigation the keyboard goes on in the new page, as it would after a real one.
  useEffect(() => {
    setOpen(false)
    if (first.current) first.current = false
    else if (!open) page.current?.focus()
    // Only a new path moves the keyboard; a closing menu does it below.
  }, [path])

  useEffect(() => {
    if (!open) return
    const place = path
    menu.current?.querySelector('a')?.focus()
    const close = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('keydown', close)
      closed.current = place
    }
  }, [open])

  useEffect(() => {
    if (open || closed.current === null) return
    // What lay under the veil could not be reached until now.
    if (closed.current === path) opener.current?.focus()
    else page.current?.focus()
    closed.current = null
  }, [open, path])

  return (
    <div className="frame">
      <a className="skip" href="#page" onClick={(event) => (event.preventDefault(), page.current?.focus())}>
        {words.skip}
      </a>
      <nav id="menu" ref={menu} className={`side${open ? ' open' : ''}`} aria-label={words.menu}>
        <Link to="/" className="brand">
          <Mark />
          {words.studio}
        </Link>
        <ul>
          {FEATURES.map(({ path: to, section, name, Icon }) => (
            <li key={to}>
              <Link to={section && playbook ? placeOf(playbook, section) : to} activeOptions={{ exact: to === '/' }} activeProps={{ 'aria-current': 'page' }}>
                <Icon />
                {name(words)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <button className={`veil${open ? ' open' : ''}`} aria-label={words.closeMenu} onClick={() => setOpen(false)} />
      <div inert={open}>
        <header className="above">
          <ActionIcon
            ref={opener}
            className="narrow-only"
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={words.openMenu}
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(true)}
          >
            <MenuIcon />
          </ActionIcon>
          <span className="grow" />
          <Trying />
          <Preferences />
          <Account />
        </header>
        <main id="page" className="page" ref={page} tabIndex={-1}>
          <Catching key={path}>
            <Outlet />
          </Catching>
        </main>
      </div>
    </div>
  )
}

/** On every page of a playbook but its own one: the try beside it. */
function Trying() {
  const { playbook } = useParams({ strict: false }) as { playbook?: string }
  const tries = useRouterState({ select: (state) => state.location.pathname.endsWith('/try') })
  if (!playbook || tries) return null
  return (
    <Suspense fallback={null}>
      <TryBeside playbook={playbook} />
    </Suspense>
  )
}

function Account() {
  const { words } = useWords()
  const { data } = useQuery(sessionQuery)
  const signOut = useSignOut()
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.account}>
          <PersonIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={words.account}>
        <Menu.Label>{data?.person?.name}</Menu.Label>
        <Menu.Item leftSection={<LeaveIcon size={17} />} onClick={() => signOut.mutate()}>
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
