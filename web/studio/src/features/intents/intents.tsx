/** Intents and answers: how customers say what they want, which of it is mixed up, and what is answered. */

import './intents.css'
import './readings.css'

import { Button, Menu } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'

import { useDraft, useSaveFile } from '../../draft/draft'
import { EditHead } from '../../edits/head'
import { Failed, State } from '../../frame/states'
import { useOwnWords, useTitle, useWords } from '../../words/words'
import { useCheck } from './asking'
import { type Look, LOOKS } from './asked'
import { Editor } from './editor'
import { useHistory } from './history'
import { IntentList } from './list'
import { Mending } from './mending'
import { Missing } from './missing'
import { readIntents } from './model'
import { NewIntent } from './new_intent'
import { Overlaps } from './overlaps'
import { SentenceBox } from './sentence'
import { en } from './words.en'
import { ko } from './words.ko'

const Import = lazy(() => import('./import'))
const route = getRouteApi('/playbooks/$playbook/intents')
/** How long what was done stays in sight, in milliseconds. */
const TOLD_FOR = 8_000
const WRITING = 'input, textarea, select, [contenteditable]'

export function IntentsPage() {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const { playbook } = route.useParams()
  const { look = 'examples', intent: open } = route.useSearch()
  const navigate = route.useNavigate()
  useTitle(own.title)
  const { draft, isPending, error, refetch } = useDraft(playbook)
  const history = useHistory(playbook)
  const { intents, broken } = useMemo(() => readIntents(history.texts), [history.texts])
  const [told, tell] = useTold()
  const [doing, setDoing] = useState<'new' | 'import' | null>(null)
  useUndoKeys(history)

  if (isPending) return <p role="status">{words.loading}</p>
  if (error && !draft) return <Failed problem={error} again={() => void refetch()} />
  const choose = (name: string) => void navigate({ search: { intent: name }, resetScroll: false })
  const shared = { playbook, intents, history, choose, tell }
  return (
    <div className="wide-page intents">
      <Head playbook={playbook} history={history} doing={setDoing} />
      <SentenceBox {...shared} />
      <nav className="intent-looks" aria-label={own.looks}>
        {LOOKS.map((each) => (
          <Link
            key={each}
            from="/playbooks/$playbook/intents"
            to="."
            search={{ look: each }}
            activeOptions={{ includeSearch: true }}
            resetScroll={false}
            aria-current={each === look ? 'page' : undefined}
          >
            {own.look[each]}
          </Link>
        ))}
      </nav>
      <Mending broken={broken} history={history} />
      {doing === 'new' && (
        <NewIntent
          intents={intents}
          history={history}
          close={() => setDoing(null)}
          begun={(name) => {
            setDoing(null)
            choose(name)
          }}
        />
      )}
      {doing === 'import' && (
        <Suspense fallback={null}>
          <Import {...shared} close={() => setDoing(null)} />
        </Suspense>
      )}
      <Looked look={look} open={open} shared={shared} broken={broken.length > 0} begin={() => setDoing('new')} back={() => void navigate({ search: {} })} />
      <div role="status" className="told">
        {told && (
          <p>
            {told}{' '}
            {history.undo && (
              <button className="quiet" onClick={() => (history.undo?.go(), tell(''))}>
                {own.undo}
              </button>
            )}
          </p>
        )}
      </div>
    </div>
  )
}

interface Shared {
  playbook: string
  intents: ReturnType<typeof readIntents>['intents']
  history: ReturnType<typeof useHistory>
  choose: (name: string) => void
  tell: (what: string) => void
}

interface LookedAt {
  look: Look
  open: string | undefined
  shared: Shared
  /** Whether there are intents that cannot be read yet. */
  broken: boolean
  begin: () => void
  back: () => void
}

function Looked({ look, open, shared, broken, begin, back }: LookedAt) {
  const own = useOwnWords({ ko, en })
  const { playbook, intents, history, choose, tell } = shared
  const { data: check } = useCheck(playbook, false)
  const titled = (name: string) => intents.find((each) => each.name === name)?.title || name
  const intent = intents.find((each) => each.name === open)
  const weakOf = (name: string, text: string) => {
    const found = check?.weak.find((each) => each.intent === name && each.text === text && each.nearest !== name)
    return found ? own.readsAs(titled(found.nearest)) : null
  }
  if (!intents.length)
    return broken ? null : (
      <State title={own.empty} body={own.emptyBody}>
        <Button onClick={begin}>{own.newIntent}</Button>
      </State>
    )
  if (look === 'overlaps') return <Overlaps {...shared} />
  if (look === 'missing') return <Missing {...shared} />
  return (
    <div className={`two${intent ? ' opened' : ''}`}>
      <IntentList
        intents={intents}
        open={open}
        choose={choose}
        weak={(name) => (check ? check.weak.filter((each) => each.intent === name && each.nearest !== name).length : null)}
      />
      {intent ? (
        <Editor playbook={playbook} intent={intent} history={history} weak={weakOf} tell={tell} back={back} />
      ) : (
        <div className="none">
          <p className="soft">{own.chooseOne}</p>
        </div>
      )}
    </div>
  )
}

function Head({ playbook, history, doing }: { playbook: string; history: ReturnType<typeof useHistory>; doing: (what: 'new' | 'import') => void }) {
  const own = useOwnWords({ ko, en })
  const { state } = useSaveFile(playbook)
  const edits = { texts: history.texts, write: () => undefined, undo: history.undo?.go, redo: history.redo?.go }
  const address = `/api/studio/playbooks/${encodeURIComponent(playbook)}/intents/export`
  return (
    <EditHead title={own.title} lead={own.lead} playbook={playbook} section="intents" edits={edits}>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button size="sm" variant="default">
            {own.files}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={own.files}>
          <Menu.Item onClick={() => doing('import')}>{own.import}</Menu.Item>
          {(['xlsx', 'csv'] as const).map((format) => (
            <Menu.Item key={format} component="a" href={`${address}?format=${format}`} download disabled={state !== 'saved'}>
              {own.export[format]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="sm" onClick={() => doing('new')}>
        {own.newIntent}
      </Button>
    </EditHead>
  )
}

/** What was just done, for a while. */
function useTold(): [string, (what: string) => void] {
  const [told, tell] = useState('')
  useEffect(() => {
    if (!told) return
    const timer = setTimeout(() => tell(''), TOLD_FOR)
    return () => clearTimeout(timer)
  }, [told])
  return [told, tell]
}

/** The usual keys take back and do again, outside a text that has its own. */
function useUndoKeys({ undo, redo }: ReturnType<typeof useHistory>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
      if (event.target instanceof Element && event.target.closest(WRITING)) return
      const what = event.shiftKey ? redo : undo
      if (what) {
        event.preventDefault()
        what.go()
      }
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [undo, redo])
}
