/** Which kind of step to put here. */

import { useEffect, useRef } from 'react'

import { type Kind, KINDS } from '../../scene/scene'
import { useOwnWords } from '../../words/words'
import { KindIcon } from './icons'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  at: { x: number; y: number }
  choose: (kind: Kind, byKeys: boolean) => void
  close: () => void
}

export function KindMenu({ at, choose, close }: Given) {
  const own = useOwnWords({ ko, en })
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null
    menu.current?.querySelector('button')?.focus()
    const outside = (event: PointerEvent) => !menu.current?.contains(event.target as Node) && close()
    document.addEventListener('pointerdown', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      opener?.focus?.()
    }
  }, [close])
  const left = Math.max(8, Math.min(at.x, window.innerWidth - 268))
  const top = Math.max(8, Math.min(at.y, window.innerHeight - 400))
  return (
    <div
      ref={menu}
      className="kind-menu"
      role="menu"
      aria-label={own.tools.kind}
      style={{ left, top }}
      onKeyDown={(event) => {
        // The keys of the desk are not those of the menu; Tab leaves it.
        event.stopPropagation()
        if (event.key === 'Escape' || event.key === 'Tab') close()
        const turn = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
        if (turn === 0) return
        event.preventDefault()
        const all = [...(menu.current?.querySelectorAll('button') ?? [])]
        const now = all.indexOf(document.activeElement as HTMLButtonElement)
        all.at((now + turn + all.length) % all.length)?.focus()
      }}
    >
      {KINDS.map((kind) => (
        <button key={kind} type="button" role="menuitem" className={`kind-${kind}`} onClick={(event) => choose(kind, event.detail === 0)}>
          <KindIcon kind={kind} />
          <span>
            <b>{own.kind[kind]}</b>
            <small className="soft">{own.about[kind]}</small>
          </span>
        </button>
      ))}
    </div>
  )
}
