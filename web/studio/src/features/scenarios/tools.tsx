/** Above the canvas: add a step, search, arrange, comment, copy and paste. */

import { ActionIcon, Button } from '@mantine/core'
import { useState } from 'react'

import { AddIcon } from '../../edits/icons'
import { SearchIcon } from '../../frame/icons'
import type { Point } from '../../scene/layout'
import { useOwnWords } from '../../words/words'
import type { Acts } from './acts'
import type { Desk } from './desk'
import { ArrangeIcon, CommentIcon, CopyIcon, DeleteIcon, KeysIcon, PasteIcon } from './icons'
import { KindMenu } from './kind_menu'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  desk: Desk
  acts: Acts
  searched: string
  search: (searched: string) => void
  found: ReadonlySet<string> | null
  show: (id: string) => void
  centre: () => Point
  /** Whatever was added, with the keyboard in its form when the keyboard added it. */
  added: (byKeys: boolean) => void
  toFound: () => void
  showKeys: () => void
}

export function Tools({ desk, acts, searched, search, found, show, centre, added, toFound, showKeys }: Given) {
  const own = useOwnWords({ ko, en })
  const [menu, setMenu] = useState<Point | null>(null)
  const held = desk.slip !== null
  const hits = found === null ? [] : [...found]
  const next = () => {
    const at = hits.indexOf(desk.picked[0] ?? '')
    const hit = hits[(at + 1) % hits.length]
    if (hit === undefined) return
    desk.pick([hit])
    show(hit)
  }
  const tool = (name: string, Icon: typeof CopyIcon, act: () => void, off: boolean) => (
    <ActionIcon variant="default" size="lg" aria-label={name} title={name} disabled={off || held} onClick={act}>
      <Icon size={18} />
    </ActionIcon>
  )
  return (
    <div className="desk-tools" role="toolbar" aria-label={own.tools.label}>
      <Button
        leftSection={<AddIcon size={16} />}
        disabled={held}
        aria-haspopup="menu"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          setMenu({ x: box.left, y: box.bottom + 6 })
        }}
      >
        {own.tools.add}
      </Button>
      <ActionIcon.Group>
        {tool(own.tools.copy, CopyIcon, acts.copy, desk.picked.length === 0)}
        {tool(own.tools.paste, PasteIcon, acts.paste, false)}
        {tool(own.tools.remove, DeleteIcon, acts.remove, desk.picked.length === 0)}
      </ActionIcon.Group>
      <ActionIcon.Group>
        {tool(own.tools.arrange, ArrangeIcon, acts.arrange, false)}
        {tool(own.tools.comment, CommentIcon, () => acts.comment(centre(), own.comment.fresh), false)}
      </ActionIcon.Group>
      <ActionIcon variant="default" size="lg" aria-label={own.keys.open} title={own.keys.open} onClick={showKeys}>
        <KeysIcon size={18} />
      </ActionIcon>
      <span className="desk-search">
        <SearchIcon size={17} />
        <input
          type="search"
          className="typed"
          aria-label={own.tools.search}
          placeholder={own.tools.search}
          value={searched}
          onChange={(event) => search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') next()
            else if (event.key === 'ArrowDown') {
              event.preventDefault()
              toFound()
            }
          }}
        />
        <span className="soft" role="status">
          {found !== null && own.tools.hits(hits.length)}
        </span>
      </span>
      {menu !== null && (
        <KindMenu
          at={menu}
          close={() => setMenu(null)}
          choose={(kind, byKeys) => {
            acts.add(kind)
            setMenu(null)
            added(byKeys)
          }}
        />
      )}
    </div>
  )
}
