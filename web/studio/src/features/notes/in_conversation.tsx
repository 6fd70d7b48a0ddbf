/** Notes beside a conversation: its quotes highlighted in the lines, and what is selected becomes a new one. */

import './notes.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'

import { Button, Modal, NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'

import type { components } from '../../../../shared/api.generated'
import { useOwnWords } from '../../words/words'
import { type Quote, type Quoted, useNotes } from './asking'
import { NoteCard } from './card'
import { NoteForm, useLeftNote } from './note_form'
import { rangeOf, selected } from './ranges'
import { en } from './words.en'
import { ko } from './words.ko'

type Transcript = components['schemas']['Transcript']
const HIGHLIGHT = 'quoted'
const LONGEST = 60

interface Given {
  transcript: Transcript
  /** Leads to a line of it. */
  go: (version: number) => void
}

export default function ConversationNotes({ transcript, go }: Given) {
  const own = useOwnWords({ ko, en })
  const conversation = transcript.summary.id
  const { data: notes } = useNotes({ conversation })
  const [writing, setWriting] = useState<readonly Quoted[] | null>(null)
  const left = useLeftNote(undefined, { conversations: [conversation] })
  const marked = useSelected()
  useHighlights(notes?.flatMap((each) => each.note.quotes ?? []).filter((each) => each.conversation === conversation) ?? [], transcript)
  const lines = saidIn(transcript)
  const quoteOf = (place: { version: number; start: number; end: number }): Quoted[] => {
    const line = lines.find((each) => each.version === place.version)
    const text = line ? Array.from(line.text).slice(place.start, place.end).join('') : ''
    return line && text ? [{ quote: { conversation, ...place }, by: line.by, text }] : []
  }
  return (
    <section className="card in-conversation" aria-labelledby="notes">
      <h2 id="notes">{own.notes}</h2>
      {notes?.length === 0 && <p className="soft small">{own.noneHere}</p>}
      {notes?.map((each) => <NoteCard key={each.note.id} shown={each} go={go} level={3} />)}
      <Button size="compact-sm" variant="default" onClick={() => setWriting([])}>
        {left ? own.goOn : own.newNote}
      </Button>
      {marked && (
        <div className="quote-this" style={{ top: marked.top, left: marked.left }}>
          <Button size="compact-sm" onMouseDown={(event) => event.preventDefault()} onClick={() => setWriting(quoteOf(marked.place))}>
            {own.quoteThis}
          </Button>
        </div>
      )}
      <Modal opened={writing !== null} onClose={() => setWriting(null)} size="lg" title={own.newNote} closeButtonProps={{ 'aria-label': own.close }}>
        {writing && (
          <>
            {writing.length === 0 && !left?.note.quotes?.length && (
              <NativeSelect
                mb="md"
                label={own.quoteLine}
                value=""
                onChange={(event) => {
                  const line = lines.find((each) => String(each.version) === event.currentTarget.value)
                  if (line) setWriting(quoteOf({ version: line.version, start: 0, end: Array.from(line.text).length }))
                }}
                data={[
                  { value: '', label: own.noQuote },
                  ...lines.map((each) => ({ value: String(each.version), label: `${own.by[each.by]}: ${each.text.slice(0, LONGEST)}` })),
                ]}
              />
            )}
            <NoteForm
              key={writing.map((each) => `${each.quote.version} ${each.quote.start}`).join()}
              start={{ conversations: [conversation], quotes: writing.map((each): Quote => each.quote) }}
              read={(quote) => (quote.conversation === conversation ? quoteOf(quote) : [])}
              done={() => setWriting(null)}
            />
          </>
        )}
      </Modal>
    </section>
  )
}

interface Said {
  version: number
  by: 'customer' | 'assistant' | 'teammate'
  text: string
}

/** Everything that was said and can be quoted. */
function saidIn(transcript: Transcript): Said[] {
  return transcript.lines.flatMap((line): Said[] => {
    if (line.by !== 'customer' && line.by !== 'assistant' && line.by !== 'teammate') return []
    const text = line.by === 'assistant' ? line.reply.text : line.text
    return text ? [{ version: line.version, by: line.by, text }] : []
  })
}

/** What is selected in a line now, and where its button stands. */
function useSelected() {
  const [marked, setMarked] = useState<{ place: { version: number; start: number; end: number }; top: number; left: number } | null>(null)
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection()
      const place = selected(selection)
      if (!selection || !place) return setMarked(null)
      const box = selection.getRangeAt(0).getBoundingClientRect()
      setMarked({ place, top: box.bottom + 6, left: Math.max(8, Math.min(box.left, window.innerWidth - 160)) })
    }
    const gone = () => setMarked(null)
    document.addEventListener('selectionchange', look)
    window.addEventListener('scroll', gone, { passive: true })
    return () => {
      document.removeEventListener('selectionchange', look)
      window.removeEventListener('scroll', gone)
    }
  }, [])
  return marked
}

/** Marks quotes in the lines without touching them; a browser that cannot shows them in the notes alone. */
function useHighlights(quotes: readonly Quote[], transcript: Transcript): void {
  const key = JSON.stringify(quotes)
  useEffect(() => {
    if (!('highlights' in CSS)) return
    const ranges = (JSON.parse(key) as Quote[]).flatMap((each) => rangeOf(each) ?? [])
    CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges))
    return () => void CSS.highlights.delete(HIGHLIGHT)
  }, [key, transcript])
}
