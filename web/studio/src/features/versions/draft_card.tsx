/** The draft: what changed in words, what is to mend, a note, and the button that opens it to customers. */

import { Button, Group, NativeSelect, Textarea, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { Problem, told } from '../../api/problem'
import { type Draft, useFindings, useSaveFile } from '../../draft/draft'
import { useKept } from '../../draft/kept'
import type { Mended } from '../../fixes/fixes'
import { useOwnWords, useWords } from '../../words/words'
import { stampOf, useVersions } from './asking'
import { Findings } from './findings'
import { Told } from './told'
import { en } from './words.en'
import { ko } from './words.ko'

const PARTS = [50, 20, 10, 5]
const EVERYONE = 100

interface Shown {
  playbook: string
  draft: Draft
  mend: (mended: Mended) => void
  /** `already`: somebody published the very same meanwhile. */
  done: (news: 'published' | 'already' | 'discarded', before?: Draft['files']) => void
}

export function DraftCard({ playbook, draft, mend, done }: Shown) {
  const own = useOwnWords({ ko, en })
  const { discard } = useVersions(playbook)
  const { findings } = useFindings(playbook)
  const changed = draft.base === null || draft.changed.length > 0
  return (
    <section className="version-sheet draft" aria-labelledby="draft">
      <Title order={2} size="h3" id="draft">
        {own.draft}
      </Title>
      {!changed && (
        <>
          <p>{own.same}</p>
          <p className="soft">{own.sameBody}</p>
        </>
      )}
      {draft.base === null && (
        <p>
          {own.first}
          <Link className="lead" to="/playbooks/$playbook/start" params={{ playbook }}>
            {own.firstSteps}
          </Link>
        </p>
      )}
      <Findings playbook={playbook} findings={findings} mend={mend} />
      {draft.base !== null && changed && (
        <Told playbook={playbook} before={draft.base} after="draft" stamp={stampOf(draft)} leads />
      )}
      {changed && <Publish playbook={playbook} draft={draft} done={done} />}
      {draft.base !== null && changed && (
        <Button
          className="aside"
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={discard.isPending}
          onClick={() => discard.mutate(undefined, { onSuccess: ({ before }) => done('discarded', before) })}
        >
          {own.discard}
        </Button>
      )}
    </section>
  )
}

function Publish({ playbook, draft, done }: { playbook: string; draft: Draft; done: Shown['done'] }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const { state } = useSaveFile(playbook)
  const { publish } = useVersions(playbook)
  const { written: note, write: setNote } = useKept(`publish:${playbook}`, '')
  const [percent, setPercent] = useState(EVERYONE)
  const why = !draft.publishable ? own.notWhole : state !== 'saved' ? own.unsaved : null
  const refused = publish.error
  return (
    <form
      className="publish"
      onSubmit={(event) => {
        event.preventDefault()
        if (why) return
        const told = (news: 'published' | 'already') => (setNote(''), done(news))
        publish.mutate(
          { draft, note: note.trim(), percent },
          { onSuccess: () => told('published'), onError: (problem) => isSame(problem) && told('already') },
        )
      }}
    >
      <Textarea
        label={own.note}
        description={own.noteHint}
        value={note}
        rows={2}
        maxLength={2_000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group align="flex-end" gap="md">
        {draft.base !== null && (
          <NativeSelect
            label={own.audience}
            value={String(percent)}
            onChange={(event) => setPercent(Number(event.currentTarget.value))}
            data={[
              { value: String(EVERYONE), label: own.everyone },
              ...PARTS.map((each) => ({ value: String(each), label: own.part(each) })),
            ]}
          />
        )}
        <Button type="submit" loading={publish.isPending} disabled={why !== null} aria-describedby="publish-what">
          {own.publish}
        </Button>
      </Group>
      <p className="soft" id="publish-what">
        {why ?? own.publishBody}
      </p>
      {refused && !isSame(refused) && (
        <p role="alert" className="bad">
          {refused instanceof Problem && [412, 422].includes(refused.status) ? own.moved : told(words, refused)}
        </p>
      )}
    </form>
  )
}

function isSame(problem: unknown): boolean {
  return problem instanceof Problem && problem.code === 'nothing_changed'
}
