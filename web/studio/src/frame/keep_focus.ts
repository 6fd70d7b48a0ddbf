/** When what had the keyboard goes away (a deleted row, a form that was saved), its neighbour has it: it is never lost. */

const REACHED = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]:not([tabindex="-1"])'

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
  let pointed = false
  const focused = ({ target }: FocusEvent) => {
    for (const each of [last, ...((target as Element).closest('#page') === null ? [] : [page])]) Object.assign(each, { had: target, heir: null })
  }
  const used = (event: Event) => (pointed = event.type === 'pointerdown')
  const observer = new MutationObserver((records) => {
    for (const each of [last, page]) {
      const lost = each.heir ?? each.had
      if (lost !== null && !lost.isConnected) each.heir = heirOf(records, lost)
    }
    if (pointed || last.had === null || last.had.isConnected || (document.activeElement ?? document.body) !== document.body) return
    const next = [last.heir, page.had, page.heir].find((each) => each?.isConnected)
    if (next instanceof HTMLElement) next.focus()
  })
  observer.observe(document.body, { childList: true, subtree: true })
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

/** What came in its place, else the same of the next row, of the row before, or what stands nearest. */
function heirOf(records: readonly MutationRecord[], gone: Element): Element | null {
  let lost: Node = gone
  for (const record of records) {
    const taken = [...record.removedNodes].find((each) => each.contains(lost))
    if (taken === undefined) continue
    if (!record.target.isConnected) {
      lost = record.target
      continue
    }
    const holder = record.target as Element
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
