/** Files of intents that cannot be read, each as its text with the mistake marked, until it is mended. */

import { Button } from '@mantine/core'
import { useState } from 'react'

import { TextPane } from '../../edits/text_pane'
import { useOwnWords } from '../../words/words'
import { parse } from '../../yaml/document'
import type { useHistory } from './history'
import type { Read } from './model'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  broken: Read['broken']
  history: ReturnType<typeof useHistory>
}

export function Mending({ broken, history }: Given) {
  const own = useOwnWords({ ko, en })
  // While somebody types, a text may be whole for a moment: it stays until they say so.
  const [begun, setBegun] = useState<readonly string[]>([])
  const paths = [...new Set([...broken.map((each) => each.path), ...begun])].filter((path) => history.texts[path] !== undefined)
  return paths.map((path) => {
    const text = history.texts[path] as string
    const slip = parse(text).slips[0] ?? null
    return (
      <section key={path} className="card mending" aria-label={own.mendingOf(path)}>
        <p>{slip === null ? own.mended(path) : own.broken(path)}</p>
        <TextPane
          label={own.textOf(path)}
          path={path}
          text={text}
          slip={slip}
          marks={slip === null ? [] : [{ line: slip.line, bad: true }]}
          change={(now) => {
            setBegun((before) => (before.includes(path) ? before : [...before, path]))
            history.change(own.textChanged(path), { [path]: now }, `text ${path}`)
          }}
        />
        {slip === null && (
          <Button size="compact-md" onClick={() => setBegun((before) => before.filter((each) => each !== path))}>
            {own.mendedDone}
          </Button>
        )}
      </section>
    )
  })
}
