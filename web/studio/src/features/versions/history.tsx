/** Everything that was published, the newest first: compare it, go back to it, try it beside the one in use. */

import { Button, Group, Menu, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { useOwnWords, useWords } from '../../words/words'
import { moment } from '../../words/times'
import type { Remembered } from './remembered'
import { en } from './words.en'
import { ko } from './words.ko'

const PARTS = [5, 10, 20, 50]

export interface Acts {
  compare: (before: Remembered, after: Remembered) => void
  rollBack: (to: Remembered) => void
  recall: (to: Remembered) => void
  share: (version: string, percent: number) => void
}

export function History({ playbook, versions, acts }: { playbook: string; versions: readonly Remembered[]; acts: Acts }) {
  const own = useOwnWords({ ko, en })
  return (
    <section aria-labelledby="history">
      <Title order={2} size="h3" id="history">
        {own.history}
      </Title>
      {versions.length === 0 && <p className="soft">{own.none}</p>}
      <ol className="history">
        {versions.map((each, n) => (
          <Publication
            key={each.number}
            playbook={playbook}
            published={each}
            now={versions[0] as Remembered}
            before={versions[n + 1]}
            acts={acts}
          />
        ))}
      </ol>
    </section>
  )
}

interface Shown {
  playbook: string
  published: Remembered
  now: Remembered
  before: Remembered | undefined
  acts: Acts
}

function Publication({ playbook, published, now, before, acts }: Shown) {
  const own = useOwnWords({ ko, en })
  const { language } = useWords()
  const same = published.version === now.version
  return (
    <li className={`version-sheet publication${published.in_force ? ' in-force' : ''}`}>
      <div className="publication-head">
        <b>{published.note || own.noNote}</b>
        {published.in_force && <span className="mark now">{own.inForce}</span>}
        {published.recalled && <span className="mark bad">{own.recalled}</span>}
        {published.share > 0 && published.share < 100 && <span className="mark">{own.shared(published.share)}</span>}
      </div>
      <p className="soft facts">
        <span>{own.number(published.number)}</span>
        {published.by && <span>{own.by(published.by)}</span>}
        <time dateTime={published.at}>{moment(new Date(published.at), language)}</time>
        <Link to="/conversations" search={{ playbook, version: published.version }}>
          {own.held(published.conversations)}
        </Link>
        <code>{published.version.slice(0, 7)}</code>
      </p>
      {published.undone.length > 0 && <Undone undone={published.undone} />}
      <Group gap="xs">
        {!same && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => acts.rollBack(published)}>
              {own.rollBack}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => acts.compare(published, now)}>
              {own.compare}
            </Button>
          </>
        )}
        {same && before && before.version !== published.version && (
          <Button size="compact-sm" variant="subtle" onClick={() => acts.compare(before, published)}>
            {own.comparePlain}
          </Button>
        )}
        {!same && <More published={published} acts={acts} />}
      </Group>
    </li>
  )
}

/** What was undone stays told, folded away. */
function Undone({ undone }: Pick<Remembered, 'undone'>) {
  const own = useOwnWords({ ko, en })
  const { language } = useWords()
  return (
    <details className="soft undone">
      <summary>{own.undoneTimes(undone.length / 2)}</summary>
      <ol reversed>
        {undone.map((each, n) => (
          <li key={n}>
            {each.note} · {each.by && `${own.by(each.by)} · `}
            <time dateTime={each.at}>{moment(new Date(each.at), language)}</time>
          </li>
        ))}
      </ol>
    </details>
  )
}

function More({ published, acts }: { published: Remembered; acts: Acts }) {
  const own = useOwnWords({ ko, en })
  const name = own.more(published.note || own.number(published.number))
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" color="gray" aria-label={name}>
          ⋯
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={name}>
        <Menu.Item onClick={() => acts.recall(published)}>{own.recall}…</Menu.Item>
        {!published.recalled &&
          PARTS.map((percent) => (
            <Menu.Item key={percent} onClick={() => acts.share(published.version, percent)}>
              {own.tryPart(percent)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
