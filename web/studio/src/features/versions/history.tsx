/** Everything that was published, the newest first: compare it, go back to it, try it beside the one in use. */

import { Button, Group, Menu, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { useOwnWords, useWords } from '../../words/words'
import { moment } from '../../words/times'
import type { History as Versions, Published } from './asking'
import { en } from './words.en'
import { ko } from './words.ko'

const PARTS = [5, 10, 20, 50]

export interface Acts {
  compare: (before: Published, after: Published) => void
  rollBack: (to: Published, number: number) => void
  recall: (to: Published, number: number) => void
  share: (version: string, percent: number) => void
}

export function History({ playbook, history, acts }: { playbook: string; history: Versions; acts: Acts }) {
  const own = useOwnWords({ ko, en })
  const { versions } = history
  return (
    <section aria-labelledby="history">
      <Title order={2} size="h3" id="history">
        {own.history}
      </Title>
      {versions.length === 0 && <p className="soft">{own.none}</p>}
      <ol className="history">
        {versions.map((each, n) => (
          <Publication
            key={versions.length - n}
            playbook={playbook}
            published={each}
            number={versions.length - n}
            now={versions[0] as Published}
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
  published: Published
  number: number
  now: Published
  before: Published | undefined
  acts: Acts
}

function Publication({ playbook, published, number, now, before, acts }: Shown) {
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
        <span>{own.number(number)}</span>
        {published.by && <span>{own.by(published.by)}</span>}
        <time dateTime={published.at}>{moment(new Date(published.at), language)}</time>
        <Link to="/conversations" search={{ playbook, version: published.version }}>
          {own.held(published.conversations)}
        </Link>
        <code>{published.version.slice(0, 7)}</code>
      </p>
      <Group gap="xs">
        {!same && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => acts.rollBack(published, number)}>
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
        {!same && <More published={published} number={number} acts={acts} />}
      </Group>
    </li>
  )
}

function More({ published, number, acts }: { published: Published; number: number; acts: Acts }) {
  const own = useOwnWords({ ko, en })
  const name = own.more(published.note || own.number(number))
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" color="gray" aria-label={name}>
          ⋯
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={name}>
        <Menu.Item onClick={() => acts.recall(published, number)}>{own.recall}…</Menu.Item>
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
