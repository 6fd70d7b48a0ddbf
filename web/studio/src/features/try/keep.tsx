/** Keeps a try as a story in one click, and takes it back in another. */

import { Button } from '@mantine/core'

import { useSaveFile } from '../../draft/draft'
import { useOwnWords } from '../../words/words'
import { type Script, titleOf } from './lines'
import { type Tried, type useDraftToTry, useKeepStory } from './play'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  playbook: string
  draft: ReturnType<typeof useDraftToTry>
  script: Script
  tried?: Tried | null
}

export function Keep({ playbook, draft, script, tried }: Given) {
  const own = useOwnWords({ ko, en })
  const keep = useKeepStory(playbook)
  const { lines, systems } = script
  const { save } = useSaveFile(playbook)
  const whole = !!tried && !tried.stopped && tried.came.length === lines.length && lines.length > 0
  // What is told of a talk that goes on is of yesterday.
  const kept = keep.variables?.script.lines === lines && keep.variables.script.systems === systems ? keep.data : undefined
  return (
    <>
      <Button
        size="compact-sm"
        disabled={!whole || keep.isPending}
        // It keeps the keyboard: nothing is kept twice by a second press.
        data-disabled={kept !== undefined || undefined}
        aria-disabled={kept !== undefined}
        onClick={() => kept ?? keep.mutate({ title: titleOf(lines), script, files: draft.files })}
      >
        {keep.isPending ? own.keeping : own.keep}
      </Button>
      <div className="try-kept" role="status">
        {kept && (
          <>
            <span>
              <b>{own.kept(kept.title)}</b> {own.keptBody}
            </span>
            <button
              className="quiet"
              onClick={() => {
                save(kept.file.path, null)
                keep.reset()
              }}
            >
              {own.discard}
            </button>
          </>
        )}
        {keep.isError && <span className="fell">{own.notKept}</span>}
      </div>
    </>
  )
}
