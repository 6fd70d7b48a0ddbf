/** The moves as cards: dragged with the pointer or carried with the keyboard between three piles. */

import { ActionIcon } from '@mantine/core'
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'

import { AddIcon, DragIcon } from '../../edits/icons'
import { CloseIcon } from '../../frame/icons'
import { useOwnWords, useWords } from '../../words/words'
import { NeverIcon } from './icon'
import { CONTENT, fits, type Hand, type Move, PILES, type Pile, pileOf, put, sameHand, stepped, usualPlace, whereIs } from './moves'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  hand: Hand
  change: (hand: Hand) => void
}

interface Held {
  move: Move
  /** How it lay before: Escape puts it back. */
  before: Hand
  by: 'pointer' | 'keys'
}

// Less than this many pixels is a press, not a drag.
const SLACK = 5

export function Cards({ hand: given, change }: Given) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const [held, setHeld] = useState<Held | null>(null)
  const [carried, setCarried] = useState<Hand>(given)
  // A card that was dragged to another pile is another element by then: what it dropped is asked for here.
  const newest = useRef(carried)
  newest.current = carried
  const [said, say] = useState('')
  const hand = held ? carried : given
  const piles = useRef<HTMLDivElement>(null)
  const help = useId()
  const name = (move: Move) => (move === CONTENT ? own.contentCard : words.move[move])
  const whereSaid = (news: Hand, move: Move) => {
    const pile = whereIs(news, move)
    return pile === 'order' ? own.atPlace(name(move), news.order.indexOf(move) + 1, news.order.length) : own.inPile(name(move), own.piles[pile])
  }
  // A card that changes its pile is another element: the keyboard goes with it.
  useEffect(() => {
    if (held?.by === 'keys') piles.current?.querySelector<HTMLElement>(`[data-move="${held.move}"] .grip`)?.focus()
  }, [held, carried])
  // One that was put down lies where it was until the change is written, and then where it belongs.
  const settling = useRef<Move | null>(null)
  useLayoutEffect(() => {
    if (settling.current !== null) piles.current?.querySelector<HTMLElement>(`[data-move="${settling.current}"] .grip`)?.focus()
    settling.current = held === null ? settling.current : null
  }, [held])
  useLayoutEffect(() => {
    if (settling.current !== null) piles.current?.querySelector<HTMLElement>(`[data-move="${settling.current}"] .grip`)?.focus()
    settling.current = null
  }, [given])

  const lift = (move: Move, by: Held['by']) => {
    setCarried(given)
    setHeld({ move, before: given, by })
  }
  const drop = (news: Hand) => {
    setHeld(null)
    if (!sameHand(news, given)) change(news)
  }
  const pressed = (event: KeyboardEvent, move: Move) => {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      if (held) {
        say(own.dropped(whereSaid(carried, move)))
        if (!sameHand(carried, given)) settling.current = move
        drop(carried)
      } else {
        say(own.lifted(name(move)))
        lift(move, 'keys')
      }
    } else if (held && event.key === 'Escape') {
      event.preventDefault()
      say(own.putBack(name(move)))
      setHeld(null)
    } else if (held && event.key.startsWith('Arrow')) {
      event.preventDefault()
      const news = stepped(carried, move, event.key)
      setCarried(news)
      say(whereSaid(news, move))
    }
  }
  const moveTo = (move: Move, pile: Pile) => {
    const news = put(given, move, pile, pile === 'order' ? usualPlace(given, move) : undefined)
    say(whereSaid(news, move))
    change(news)
  }

  return (
    <div className="piles" ref={piles}>
      <p className="unseen" id={help}>
        {own.cardsHelp}
      </p>
      {PILES.map((pile) => (
        <div key={pile} className={`pile ${pile}`} data-pile={pile}>
          <h3>{own.piles[pile]}</h3>
          <p className="hint">{own.pilesLead[pile]}</p>
          <ol aria-label={own.piles[pile]}>
            {pileOf(hand, pile).map((move) => (
              <Card
                key={move}
                move={move}
                pile={pile}
                held={held?.move === move ? held.by : undefined}
                help={help}
                pressed={pressed}
                leave={() => held?.by === 'keys' && held.move === move && drop(carried)}
                moveTo={moveTo}
                drag={{
                  begin: () => lift(move, 'pointer'),
                  // Over a pile it may not lie in, it lies where it was.
                  over: (pile, index) => setCarried((before) => (fits(move, pile) ? put(before, move, pile, index) : given)),
                  end: (dropped) => (dropped ? drop(newest.current) : setHeld(null)),
                }}
              />
            ))}
          </ol>
          {pileOf(hand, pile).length === 0 && <p className="hint none">{own.pileEmpty}</p>}
        </div>
      ))}
      <p className="unseen" aria-live="assertive">
        {said}
      </p>
    </div>
  )
}

interface OneCard {
  move: Move
  pile: Pile
  held: Held['by'] | undefined
  help: string
  pressed: (event: KeyboardEvent, move: Move) => void
  leave: () => void
  moveTo: (move: Move, pile: Pile) => void
  drag: { begin: () => void; over: (pile: Pile, index: number) => void; end: (dropped: boolean) => void }
}

function Card({ move, pile, held, help, pressed, leave, moveTo, drag }: OneCard) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const name = move === CONTENT ? own.contentCard : words.move[move]
  const dragging = useDrag(move, drag)
  return (
    <li className={`card-move${held ? ' held' : ''}${move === CONTENT ? ' content-card' : ''}`} data-move={move} title={own.does[move]} onPointerDown={dragging}>
      <button
        type="button"
        className="grip"
        aria-label={own.card(name)}
        aria-describedby={help}
        aria-pressed={held === 'keys'}
        onKeyDown={(event) => pressed(event, move)}
        onBlur={(event) => event.currentTarget.isConnected && leave()}
      >
        <DragIcon size={18} />
      </button>
      <span className="card-words">
        <b>{name}</b>
        <small>{own.does[move]}</small>
      </span>
      {move !== CONTENT && (
        <span className="card-tools">
          {pile !== 'order' && (
            <ActionIcon size={26} variant="subtle" color="gray" aria-label={own.toOrder(name)} title={own.toOrder(name)} onClick={() => moveTo(move, 'order')}>
              <AddIcon size={17} />
            </ActionIcon>
          )}
          {pile === 'rest' && (
            <ActionIcon size={26} variant="subtle" color="gray" aria-label={own.toNever(name)} title={own.toNever(name)} onClick={() => moveTo(move, 'never')}>
              <NeverIcon size={17} />
            </ActionIcon>
          )}
          {pile !== 'rest' && (
            <ActionIcon size={26} variant="subtle" color="gray" aria-label={own.toRest(name)} title={own.toRest(name)} onClick={() => moveTo(move, 'rest')}>
              <CloseIcon size={17} />
            </ActionIcon>
          )}
        </span>
      )}
    </li>
  )
}

/** Follows a pointer from a card over the piles; by touch only from the grip, so that the page can still be scrolled. */
function useDrag(move: Move, drag: OneCard['drag']) {
  const newest = useRef(drag)
  newest.current = drag
  return (down: PointerEvent<HTMLElement>) => {
    const target = down.target as Element
    const onGrip = target.closest('.grip') !== null
    if (down.button !== 0 || target.closest('.card-tools') || (down.pointerType !== 'mouse' && !onGrip)) return
    const from = { x: down.clientX, y: down.clientY }
    let begun = false
    const moved = (event: globalThis.PointerEvent) => {
      if (!begun && Math.hypot(event.clientX - from.x, event.clientY - from.y) < SLACK) return
      if (!begun) {
        begun = true
        newest.current.begin()
      }
      event.preventDefault()
      scrollAlong(target.closest('.panel'), event.clientY)
      const found = document.elementsFromPoint(event.clientX, event.clientY).find((each) => each.closest('[data-pile]'))?.closest('[data-pile]')
      if (found) newest.current.over(found.getAttribute('data-pile') as Pile, indexAt(found, event.clientY, move))
    }
    const stop = (dropped: boolean) => {
      window.removeEventListener('pointermove', moved)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancelled)
      window.removeEventListener('keydown', escaped, true)
      if (begun) newest.current.end(dropped)
    }
    const up = () => stop(true)
    const cancelled = () => stop(false)
    const escaped = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      stop(false)
    }
    window.addEventListener('pointermove', moved)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancelled)
    window.addEventListener('keydown', escaped, true)
  }
}

// Near the edge the panel moves on under the card.
const EDGE = 48

function scrollAlong(panel: Element | null, y: number): void {
  const found = panel?.getBoundingClientRect()
  if (!panel || !found) return
  const [top, bottom] = [Math.max(found.top, 0), Math.min(found.bottom, window.innerHeight)]
  if (y < top + EDGE) panel.scrollBy(0, -12)
  else if (y > bottom - EDGE) panel.scrollBy(0, 12)
}

/** Before which of the other cards of a pile a height lies. */
function indexAt(pile: Element, y: number, move: Move): number {
  const others = [...pile.querySelectorAll('[data-move]')].filter((each) => each.getAttribute('data-move') !== move)
  return others.filter((each) => {
    const { top, height } = each.getBoundingClientRect()
    return y > top + height / 2
  }).length
}
