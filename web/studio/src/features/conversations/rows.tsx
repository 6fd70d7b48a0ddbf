/** The rows that can be seen, out of as many as there are. */

import { Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'

import type { components } from '../../../../shared/api.generated'
import { groupOf } from '../../words/feelings'
import { useNames } from '../../words/named'
import { moment } from '../../words/times'
import { useWords } from '../../words/words'
import { marked } from './marked'

type Summary = components['schemas']['Summary']
const HEIGHT = 92
/** Rows before the end at which the next page is asked for. */
const AHEAD = 12

interface Given {
  items: Summary[]
  total: number
  sought: string
  more: (() => void) | undefined
}

export function Rows({ items, total, sought, more }: Given) {
  const place = useRef<HTMLUListElement>(null)
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => HEIGHT,
    overscan: 8,
    scrollMargin: place.current?.offsetTop ?? 0,
  })
  const seen = rows.getVirtualItems()
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last >= items.length - AHEAD) more()
  }, [more, last, items.length])
  return (
    <ul className="rows-all" ref={place} style={{ height: rows.getTotalSize() }}>
      {seen.map((each) => {
        const item = items[each.index] as Summary
        return (
          <li
            key={item.id}
            ref={rows.measureElement}
            data-index={each.index}
            aria-setsize={total}
            aria-posinset={each.index + 1}
            style={{ transform: `translateY(${each.start - rows.options.scrollMargin}px)` }}
          >
            <Row item={item} sought={sought} />
          </li>
        )
      })}
    </ul>
  )
}

function Row({ item, sought }: { item: Summary; sought: string }) {
  const { words, language } = useWords()
  const names = useNames()
  // What was searched for stands at its line.
  const found = item.preview_version && { hash: `line-${item.preview_version}` }
  return (
    <Link to="/conversations/$id" params={{ id: item.id }} {...found} state={{ fromList: true }} className="row">
      <span className="row-said">
        <span className="row-preview">
          {item.preview && item.preview_by !== 'customer' && <span className="soft">{words.list.said[item.preview_by]}: </span>}
          {item.preview
            ? marked(item.preview, sought).map((part, n) => (part.hit ? <mark key={n}>{part.text}</mark> : part.text))
            : words.list.blank}
        </span>
        <span className="soft row-about">
          {item.scenario ? names.scenario(item.playbook, item.scenario) : words.home.noScenario} · {words.list.turns(item.turns)}
          {item.last_at && <> · {moment(new Date(item.last_at), language)}</>}
        </span>
      </span>
      <span className="row-felt">
        {item.strongest && (
          <span className={`feeling ${groupOf(item.strongest)}`}>{words.emotion[item.strongest]}</span>
        )}
        <span className="soft">{item.holder === 'queue' ? words.read.held.queue : words.outcome[item.standing]}</span>
      </span>
    </Link>
  )
}

export function Loading() {
  const { words } = useWords()
  return (
    <div role="status" aria-label={words.loading}>
      {Array.from({ length: 8 }, (_, n) => (
        <Skeleton key={n} height={HEIGHT - 12} mb={12} radius="lg" />
      ))}
    </div>
  )
}
