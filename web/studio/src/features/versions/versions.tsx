/** Versions of a playbook: the draft that waits to be opened to customers, and everything that was. */

import './versions.css'

import { Button, Skeleton, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'

import { told } from '../../api/problem'
import { type Draft, draftQuery, useDraft, useSaveFile } from '../../draft/draft'
import { PlaybookPicker } from '../../draft/picker'
import { SaveState } from '../../draft/save_state'
import type { Mended } from '../../fixes/fixes'
import { Failed } from '../../frame/states'
import { useOwnWords, useTitle, useWords } from '../../words/words'
import { historyQuery, type RememberedHistory, stampOf, useVersions } from './asking'
import { type Compared, ComparisonDialog } from './compared'
import { DraftCard } from './draft_card'
import { History } from './history'
import { bareNote } from './names'
import { RecallDialog } from './recall'
import type { Remembered } from './remembered'
import { en } from './words.en'
import { ko } from './words.ko'

interface News {
  said: string
  undo?: () => void
  undoName?: string
  /** Customers can be met now. */
  opened?: boolean
}

export function VersionsPage() {
  const { playbook } = useParams({ strict: false }) as { playbook: string }
  const own = useOwnWords({ ko, en })
  useTitle(own.title)
  const { draft, error, refetch } = useDraft(playbook)
  const history = useQuery(historyQuery(playbook))
  const problem = error ?? history.error
  if (problem && !(draft && history.data)) {
    return <Failed problem={problem} again={() => (void refetch(), void history.refetch())} />
  }
  return (
    <div className="versions">
      <header className="versions-head">
        <div>
          <Title order={1} size="h2">
            {own.title}
          </Title>
          <p className="soft">{own.lead}</p>
        </div>
        <div className="versions-tools">
          <SaveState name={playbook} />
          <PlaybookPicker playbook={playbook} section="versions" />
        </div>
      </header>
      {draft && history.data ? (
        <Opened key={playbook} playbook={playbook} draft={draft} history={history.data} />
      ) : (
        <Skeleton height={220} radius="lg" />
      )}
    </div>
  )
}

function Opened({ playbook, draft, history }: { playbook: string; draft: Draft; history: RememberedHistory }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const queries = useQueryClient()
  const { putInForce, share } = useVersions(playbook)
  const { save, saveNow } = useSaveFile(playbook)
  const { texts } = useDraft(playbook)
  const [news, setNews] = useState<News | null>(null)
  const [compared, setCompared] = useState<Compared | null>(null)
  const [recalling, setRecalling] = useState<Remembered | null>(null)
  const [now] = history.versions

  const back = (to: Remembered, recall?: string, why = '') => {
    const left = now as Remembered
    const note = why || own.rollBackNote(bareNote(to.note) || own.number(to.number))
    const shared = history.share
    const said = [recall ? own.recalledToo : own.rolledBack, ...(shared ? [own.shareEndedToo] : [])].join(' ')
    const undo = () =>
      putInForce.mutate(
        { version: left.version, note: own.againNote(bareNote(left.note) || own.noNote) },
        { onSuccess: () => (shared && share.mutate({ version: shared.version, percent: shared.percent }), setNews({ said: own.undone })) },
      )
    putInForce.mutate({ version: to.version, note, recall }, { onSuccess: () => setNews({ said, undo }) })
  }
  const bringBack = (files: Draft['files']) => {
    const now = queries.getQueryData(draftQuery(playbook).queryKey)?.files ?? []
    for (const { path } of now) if (!files.some((each) => each.path === path)) save(path, null)
    for (const file of files) save(file.path, file.text)
    saveNow()
    setNews({ said: own.broughtBack })
  }
  const mend = ({ files }: Mended) => {
    const before = Object.keys(files).map((path) => [path, texts[path] ?? null] as const)
    const write = (all: readonly (readonly [string, string | null])[]) => {
      for (const [path, text] of all) save(path, text)
      saveNow()
    }
    write(Object.entries(files))
    setNews({ said: own.mended, undo: () => (write(before), setNews({ said: own.mendUndone })) })
  }
  const failed = putInForce.error ?? share.error
  return (
    <>
      <div role="status" className={news ? 'news' : undefined}>
        {news && (
          <>
            <span>{news.said}</span>
            {news.undo && (
              <Button size="compact-sm" variant="default" onClick={news.undo} loading={putInForce.isPending}>
                {news.undoName ?? own.undo}
              </Button>
            )}
            {news.opened && (
              <a href={`/try/${encodeURIComponent(playbook)}`} target="_blank" rel="noopener">
                {own.meet}
              </a>
            )}
          </>
        )}
      </div>
      {failed && (
        <p role="alert" className="bad">
          {told(words, failed)}
        </p>
      )}
      <DraftCard
        playbook={playbook}
        draft={draft}
        mend={mend}
        done={(what, before) =>
          setNews(
            what !== 'discarded'
              ? { said: what === 'published' ? own.published : own.publishedAlready, opened: true }
              : { said: own.discarded, undo: () => bringBack(before ?? []), undoName: own.bringBack },
          )
        }
      />
      {history.share && (
        <Sharing
          percent={history.share.percent}
          pending={share.isPending}
          end={() => share.mutate(null, { onSuccess: () => setNews({ said: own.shareEnded }) })}
        />
      )}
      <History
        playbook={playbook}
        versions={history.versions}
        acts={{
          compare: (before, after) => setCompared({ before: before.version, after: after.version }),
          rollBack: (to) => back(to),
          recall: setRecalling,
          share: (version, percent) =>
            share.mutate({ version, percent }, { onSuccess: () => setNews({ said: own.shareBegun(percent) }) }),
        }}
      />
      {compared && (
        <ComparisonDialog
          playbook={playbook}
          versions={history.versions}
          stamp={stampOf(draft)}
          compared={compared}
          close={() => setCompared(null)}
        />
      )}
      <RecallDialog
        opened={recalling !== null}
        close={() => setRecalling(null)}
        go={(why) => {
          if (recalling && now) back(recalling, now.version, why)
          setRecalling(null)
        }}
      />
    </>
  )
}

function Sharing({ percent, pending, end }: { percent: number; pending: boolean; end: () => void }) {
  const own = useOwnWords({ ko, en })
  return (
    <section className="version-sheet sharing" aria-labelledby="sharing">
      <Title order={2} size="h3" id="sharing">
        {own.sharing}
      </Title>
      <div className="share-bar" aria-hidden="true">
        <span style={{ width: `${100 - percent}%` }}>{100 - percent}%</span>
        <span style={{ width: `${percent}%` }}>{percent}%</span>
      </div>
      <p>{own.sharingBody(100 - percent, percent)}</p>
      <Button size="compact-sm" variant="default" onClick={end} loading={pending}>
        {own.endShare}
      </Button>
    </section>
  )
}
