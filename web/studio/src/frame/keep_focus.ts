/** When what had the keyboard goes away (a deleted row, a form that was saved), what stands beside it has it: it is never lost. */

const REACHED = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]:not([tabindex="-1"])'

// Keys that go from one place to the next, rather than open something.
const GOING = ['Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']

interface Holder {
  had: Element | null
  /** Who has the keyboard after it, once it is gone. */
  heir: Element | null
}

/** Watches the page until the returned function is called. Who works with a pointer keeps what they point at. */
export function keepFocus(): () => void {
  const last: Holder = { had: null, heir: null }
  // A dialog goes away as a whole: then the page behind it goes on where it was.
  const page: Holder = { had: null, heir: null }
  // What opened a form, by the form: when the form is gone, the keyboard goes back there.
  const openers = new WeakMap<Node, Element>()
  let opener: Element | null = null
  let fresh: Node[] = []
  let pointed = false
  let going = false
  const opened = (came: readonly Node[]) => {
    for (const node of came) if (opener !== null && last.had !== null && node.contains(last.had)) openers.set(node, opener)
  }
  const focused = ({ target }: FocusEvent) => {
    opener = going ? null : last.had
    for (const each of [last, ...((target as Element).closest('#page') === null ? [] : [page])]) Object.assign(each, { had: target, heir: null })
    opened(fresh)
    fresh = []
  }
  const used = (event: Event) => {
    pointed = event.type === 'pointerdown'
    going = event instanceof KeyboardEvent && GOING.includes(event.key)
    // A form that takes the keyboard comes after the key that opened it.
    fresh = []
  }
  const observer = new MutationObserver((records) => {
    // Cards that come and go while the canvas is dragged cost nothing here.
    if (pointed) return
    const came = records.flatMap((each) => [...each.addedNodes])
    opened(came)
    fresh.push(...came)
    for (const each of [last, page]) {
      const lost = each.heir ?? each.had
      if (lost !== null && !lost.isConnected) each.heir = heirOf(records, lost, openers)
    }
    if (last.had === null || (document.activeElement ?? document.body) !== document.body) return
    // A button that was held back while something was saved has the keyboard again.
    const again = records.some((each) => each.type === 'attributes' && each.target === last.had) ? last.had : null
    const next = (last.had.isConnected ? [again] : [last.heir, page.had, page.heir]).find((each) => each?.isConnected)
    if (next instanceof HTMLElement) next.focus()
  })
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', focused)
  document.addEventListener('pointerdown', used, true)
  document.addEventListener('keydown', used, true)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', focused)
    document.removeEventListener('pointerdown', used, true)
    document.removeEventListener('keydown', used, true)
  }
}

/** What opened it, or came in its place, else the same of the next row, of the row before, or what stands nearest. */
function heirOf(records: readonly MutationRecord[], gone: Element, openers: WeakMap<Node, Element>): Element | null {
  let lost: Node = gone
  for (const record of records) {
    const taken = [...record.removedNodes].find((each) => each.contains(lost))
    if (taken === undefined) continue
    if (!record.target.isConnected) {
      lost = record.target
      continue
    }
    const holder = record.target as Element
    const opener = openers.get(taken)
    if (opener?.isConnected) return opener
    const came = records.filter((each) => each.target === holder).flatMap((each) => [...each.addedNodes].flatMap(reachedIn))
    if (came[0] !== undefined) return came[0]
    const rank = Math.max(0, reachedIn(taken).indexOf(gone))
    for (const row of [record.nextSibling, record.previousSibling]) {
      const own = row === null || row.nodeName !== taken.nodeName ? [] : reachedIn(row)
      if (own.length > 0) return own[Math.min(rank, own.length - 1)] ?? null
    }
    return nearest(holder, record.nextSibling)
  }
  return null
}

/** The first that follows a place, else the last before it; within the page or the dialog. */
function nearest(holder: Element, behind: Node | null): Element | null {
  for (let around: Element | null = holder; around !== null && around !== document.body; around = around.parentElement) {
    const all = reachedIn(around).filter((each) => each !== around)
    const after = behind ?? holder
    const follows = (each: Element) => after === each || (after.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    const found = (behind === null ? undefined : all.find(follows)) ?? all.findLast((each) => !follows(each)) ?? all[0]
    if (found !== undefined) return found
    if (around.id === 'page') return around
  }
  return null
}

function reachedIn(node: Node): Element[] {
  if (!(node instanceof Element)) return []
  return [...(node.matches(REACHED) ? [node] : []), ...node.querySelectorAll(REACHED)].filter((each) => !node.isConnected || each.checkVisibility({ visibilityProperty: true }))
}
