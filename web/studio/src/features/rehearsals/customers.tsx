/** The made-up customers of a draft as they are written, with every mistake at its line. */

import '../../edits/edits.css'
import './rehearsals.css'
import './customers.css'

import { Button, Skeleton, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'

import { useDraft, useSaveFile } from '../../draft/draft'
import { SaveState } from '../../draft/save_state'
import { TextPane } from '../../edits/text_pane'
import { BackIcon } from '../../frame/icons'
import { Failed } from '../../frame/states'
import { useNames } from '../../words/named'
import { useOwnWords, useTitle } from '../../words/words'
import { parse } from '../../yaml/document'
import { type Cast, castQuery } from './asking'
import { withoutCustomers } from './customers_file'
import { CUSTOMERS, customersStamp } from './customers_stamp'
import { CopyExample, useExample } from './first_customers'
import { en } from './words.en'
import { ko } from './words.ko'

export function CustomersPage() {
  const { playbook } = useParams({ strict: false }) as { playbook: string }
  const own = useOwnWords({ ko, en })
  useTitle(own.customers.page)
  const { draft, texts, error, refetch } = useDraft(playbook)
  return (
    <div className="rehearsals">
      <Link to="/playbooks/$playbook/rehearsals" params={{ playbook }} className="back">
        <BackIcon size={18} /> {own.back}
      </Link>
      <header className="rehearsals-head">
        <div>
          <Title order={1} size="h2">
            {own.customers.page}
          </Title>
          <p className="soft">{own.customers.pageLead}</p>
        </div>
        <SaveState name={playbook} />
      </header>
      {error && !draft ? (
        <Failed problem={error} again={() => void refetch()} />
      ) : draft ? (
        <Files key={playbook} playbook={playbook} texts={texts} stamp={customersStamp(draft)} />
      ) : (
        <Skeleton height={420} radius="lg" />
      )}
    </div>
  )
}

function Files({ playbook, texts, stamp }: { playbook: string; texts: Readonly<Record<string, string>>; stamp: string }) {
  const own = useOwnWords({ ko, en })
  const { save } = useSaveFile(playbook)
  const example = useExample(playbook)
  const { data: cast } = useQuery(castQuery(playbook, stamp))
  const paths = Object.keys(texts).filter((each) => each.startsWith(CUSTOMERS)).sort()
  const [picked, setPicked] = useState<string | null>(null)
  const [line, setLine] = useState<number | null>(null)
  const [gone, setGone] = useState<{ path: string; text: string; said: string } | null>(null)
  const wrong = new Set(cast?.mistakes.map((each) => each.path))
  const path = picked !== null && paths.includes(picked) ? picked : (paths.find((each) => wrong.has(each)) ?? paths[0])
  const open = (to: string) => (setPicked(to), setLine(null))
  const begin = () => {
    const fresh = free(paths)
    // The same id twice would be a mistake in the first minute.
    save(fresh, example.replace('waiting_mother', fresh === `${CUSTOMERS}first.yaml` ? 'waiting_mother' : `waiting_${fresh.replace(/\D/g, '')}`))
    open(fresh)
  }
  return (
    <div className="cast">
      <nav aria-label={own.customers.files}>
        <ul>
          {paths.map((each) => (
            <li key={each}>
              <button aria-current={each === path ? 'true' : undefined} onClick={() => open(each)}>
                {each.slice(CUSTOMERS.length)}
                {wrong.has(each) && <span className="bad"> · {own.customers.mistakes(cast?.mistakes.filter((one) => one.path === each).length ?? 0)}</span>}
              </button>
            </li>
          ))}
        </ul>
        <div className="run-does">
          <Button variant="default" size="xs" onClick={begin}>
            {own.customers.newFile}
          </Button>
          <CopyExample text={example} />
        </div>
        {gone && (
          <p role="status">
            {gone.said}{' '}
            <Button variant="default" size="compact-sm" onClick={() => (save(gone.path, gone.text), open(gone.path), setGone(null))}>
              {own.customers.undo}
            </Button>
          </p>
        )}
      </nav>
      {path !== undefined && (
        <div className="cast-file">
          <TextPane
            key={path}
            label={own.customers.page}
            path={path}
            text={texts[path] ?? ''}
            slip={parse(texts[path] ?? '').slips[0] ?? null}
            marks={(cast?.mistakes ?? []).filter((each) => each.path === path).map((each) => ({ line: each.line, bad: true }))}
            line={line}
            change={(now) => save(path, now)}
          />
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            onClick={() => {
              setGone({ path, text: texts[path] ?? '', said: own.customers.removed(path) })
              save(path, null)
            }}
          >
            {own.customers.remove}
          </Button>
        </div>
      )}
      {path !== undefined && (
        <Told
          cast={cast}
          path={path}
          playbook={playbook}
          go={(to) => setLine(to)}
          drop={(ids) => {
            const text = texts[path] ?? ''
            setGone({ path, text, said: own.customers.dropped(ids.length) })
            save(path, withoutCustomers(text, ids))
          }}
        />
      )}
    </div>
  )
}

interface Seen {
  cast: Cast | undefined
  path: string
  playbook: string
  go: (line: number) => void
  drop: (ids: readonly string[]) => void
}

function Told({ cast, path, playbook, go, drop }: Seen) {
  const own = useOwnWords({ ko, en })
  const names = useNames()
  if (!cast) return <Skeleton height={120} radius="lg" />
  const mistakes = cast.mistakes.filter((each) => each.path === path)
  const here = cast.customers.filter((each) => each.file === path)
  const unfit = [...new Set(mistakes.map((each) => each.customer).filter((id) => id !== ''))]
  return (
    <aside className="sheet" aria-label={own.customers.title} aria-live="polite">
      {!cast.playable ? (
        <p className="bad">{own.customers.unplayable}</p>
      ) : mistakes.length > 0 ? (
        <>
          <b className="bad">{own.customers.mistakes(mistakes.length)}</b>
          <ul className="hangs">
            {mistakes.map((each, n) => (
              <li key={n}>
                <button className="to-line" onClick={() => go(each.line)}>
                  {own.customers.line(each.line)}
                </button>
                <span>{each.message}</span>
              </li>
            ))}
          </ul>
          {unfit.length > 0 && (
            <Button variant="default" size="compact-sm" onClick={() => drop(unfit)}>
              {own.customers.drop(unfit.length)}
            </Button>
          )}
        </>
      ) : (
        <p>{own.customers.whole}</p>
      )}
      {here.length === 0 ? (
        <p className="soft">{own.customers.none}</p>
      ) : (
        <ul className="hangs">
          {here.map((each) => (
            <li key={each.id}>
              <b>{each.who || each.id}</b>
              <span className="soft">
                {names.intent(playbook, each.intent)} · {each.ends.map((end) => own.ends[end]).join(', ')} · {own.temper[each.temper || 'own']}
              </span>
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}

function free(paths: readonly string[]): string {
  const names = [`${CUSTOMERS}first.yaml`, ...Array.from({ length: paths.length + 1 }, (_, n) => `${CUSTOMERS}more_${n + 2}.yaml`)]
  return names.find((each) => !paths.includes(each)) as string
}
