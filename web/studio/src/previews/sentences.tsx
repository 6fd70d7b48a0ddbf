/** The sentences to look ahead with: ours, or the designer's own, one a line. */

import { Button } from '@mantine/core'
import { useId, useState } from 'react'

import { useOwnWords } from '../words/words'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  sentences: readonly string[]
  shown: readonly string[]
  keep: (sentences: readonly string[]) => void
}

const MOST = 30

export function Sentences({ sentences, shown, keep }: Given) {
  const own = useOwnWords({ ko, en })
  const [written, setWritten] = useState<string | null>(null)
  const field = useId()
  if (written === null) {
    return (
      <div className="sentence-tools">
        <Button variant="default" size="compact-md" onClick={() => setWritten(shown.join('\n'))}>
          {own.change}
        </Button>
        {sentences.length > 0 && (
          <Button variant="subtle" color="gray" size="compact-md" onClick={() => keep([])}>
            {own.ours}
          </Button>
        )}
      </div>
    )
  }
  const lines = written.split('\n').filter((each) => each.trim())
  const tooMany = lines.length > MOST
  return (
    <form
      className="sentence-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (tooMany) return
        keep(lines.map((each) => each.slice(0, 500)))
        setWritten(null)
      }}
    >
      <label htmlFor={field}>{own.write}</label>
      <textarea id={field} className="typed" rows={10} value={written} autoFocus onChange={(event) => setWritten(event.currentTarget.value)} />
      {tooMany && (
        <p className="finding error" role="alert">
          {own.tooMany(MOST)}
        </p>
      )}
      <p className="soft">{own.kept}</p>
      <div className="sentence-tools">
        <Button type="submit" size="compact-md" disabled={tooMany}>
          {own.look}
        </Button>
        <Button variant="subtle" color="gray" size="compact-md" onClick={() => setWritten(null)}>
          {own.cancel}
        </Button>
      </div>
    </form>
  )
}
