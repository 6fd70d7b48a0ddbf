/** One sentence and what it meets: how it is read, and the opening of the reply, move by move. */

import './previews.css'

import { useEffect, useRef, useState } from 'react'

import { NoteIcon } from '../edits/icons'
import { groupOf } from '../words/feelings'
import { bandOf } from '../words/strength'
import { useOwnWords, useWords } from '../words/words'
import type { Seen } from './previews'
import { en } from './words.en'
import { ko } from './words.ko'

export function Reply({ seen: { meant, preview } }: { seen: Seen }) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const { emotion } = preview.reading
  return (
    <article className="look">
      <p className="heard">
        <q>{preview.text}</q>
        <span className={`feeling ${emotion.group}`}>
          {words.emotion[emotion.dominant]}
          {emotion.dominant !== 'neutral' && <> · {words.strength[bandOf(emotion.strength)]}</>}
          {!emotion.sure && <> · {words.read.unsure}</>}
        </span>
      </p>
      {meant && meant !== emotion.dominant && (
        <p className="finding note">
          <NoteIcon size={16} />
          {own.readOtherwise(words.emotion[meant], words.emotion[emotion.dominant])}
        </p>
      )}
      <Said preview={preview} />
      {preview.refused.length > 0 && (
        <p className="finding">
          <NoteIcon size={16} />
          {preview.replaced ? own.replaced : own.mended}: {preview.refused.map((each) => own.refusal[each as keyof typeof own.refusal] ?? each).join(', ')}
        </p>
      )}
    </article>
  )
}

/** The reply's opening; what has just become another one lights up for a moment. */
function Said({ preview }: { preview: Seen['preview'] }) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const text = preview.pieces.map((each) => each.text).join(' ')
  const fresh = useFresh(text)
  if (preview.pieces.length === 0) return <p className="soft">{own.silent}</p>
  return (
    <p className={`said ${groupOf(preview.reading.emotion.dominant)}${fresh ? ' fresh' : ''}`}>
      {preview.pieces.map((each, n) => (
        <span key={n} className="piece">
          <b>{words.move[each.move]}</b> {each.text}{' '}
        </span>
      ))}
      {preview.choices.map((each) => (
        <span key={each} className="choice">
          {each}
        </span>
      ))}
    </p>
  )
}

const GLOW = 1_200

/** Whether a text has become another one a moment ago; not when it is first shown. */
export function useFresh(text: string): boolean {
  const before = useRef(text)
  const [fresh, setFresh] = useState(false)
  useEffect(() => {
    if (before.current === text) return
    before.current = text
    setFresh(true)
    const timer = setTimeout(() => setFresh(false), GLOW)
    return () => clearTimeout(timer)
  }, [text])
  return fresh
}
