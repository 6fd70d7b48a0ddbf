/** The stories of a draft, told again whenever it changes: which are as they were, and what has changed in the others. */

import { Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { type Emotion, type Group } from '../../words/feelings'
import { useOwnWords, useWords } from '../../words/words'
import type { Line, Script, Systems } from './lines'
import { type HeldStory, type Tried, type useDraftToTry, useKeepStory, useStories } from './play'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  playbook: string
  draft: ReturnType<typeof useDraftToTry>
  tried?: Tried | null
  play: (script: Script) => void
}

export function Stories({ playbook, draft, tried, play }: Given) {
  const own = useOwnWords({ ko, en })
  const { data: found } = useStories(playbook, draft)
  if (!found) return null
  const { stories, unreadable } = found
  const changed = stories.filter((each) => !holds(each)).length
  return (
    <section className="try-standing try-stories" aria-label={own.stories}>
      <Title order={2} size="h5">
        {own.stories}
      </Title>
      {stories.length + unreadable.length === 0 ? (
        <p className="soft">{own.storiesNone}</p>
      ) : (
        <p className="soft">{own.storiesLead}</p>
      )}
      {stories.length > 0 && (
        <p role="status">{changed ? own.someChanged(changed, stories.length) : own.allHold(stories.length)}</p>
      )}
      <ul>
        {stories.map((each) => (
          <One key={`${each.path}#${each.number}`} playbook={playbook} story={each} draft={draft} tried={tried} play={play} />
        ))}
        {unreadable.map((path) => (
          <li key={path} className="try-differs">
            {own.unreadable(path)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The same in one line, where there is little room. */
export function StoriesLine({ playbook, draft }: Pick<Given, 'playbook' | 'draft'>) {
  const own = useOwnWords({ ko, en })
  const { data: found } = useStories(playbook, draft)
  const count = found?.stories.length ?? 0
  const changed = found?.stories.filter((each) => !holds(each)).length ?? 0
  if (!count) return null
  return (
    <p className="try-stories-line" role="status">
      <Link to="/playbooks/$playbook/try" params={{ playbook }} className={changed ? 'try-differs' : 'soft'}>
        {changed ? own.someChanged(changed, count) : own.allHold(count)}
      </Link>
    </p>
  )
}

function One({ playbook, story, draft, tried, play }: Given & { story: HeldStory }) {
  const own = useOwnWords({ ko, en })
  const said = useSaid(tried)
  const keep = useKeepStory(playbook)
  const script = { lines: linesOf(story), systems: story.systems as Systems }
  const whole = !story.stopped && story.faults.length > 0
  return (
    <li>
      <span>{story.title}</span>
      <span className={holds(story) ? 'try-holds' : 'try-differs'}>{holds(story) ? own.holds : own.differs}</span>
      {story.stopped && (
        <p className="soft">
          {own.line(story.stopped.line + 1)}: {own.stopped[story.stopped.why]}
        </p>
      )}
      {story.faults.map((each, n) => (
        <p key={n} className="soft">
          {own.line(each.line + 1)} · {said(each)}
        </p>
      ))}
      <span className="reading">
        <button className="quiet" onClick={() => play(script)}>
          {own.play}
        </button>
        {whole && (
          <button
            className="quiet"
            disabled={keep.isPending}
            onClick={() => keep.mutate({ title: story.title, script, files: draft.files, path: story.path })}
          >
            {own.accept}
          </button>
        )}
      </span>
      {keep.isError && <p role="alert">{own.notAccepted}</p>}
    </li>
  )
}

function holds(story: HeldStory): boolean {
  return !story.stopped && story.faults.length === 0
}

function linesOf(story: HeldStory): Line[] {
  return story.lines.map((line): Line => {
    if (line.press != null) return { press: line.press, label: line.press }
    if (line.say == null) return { wait: true }
    return line.if_felt ? { say: line.say, if_felt: { emotion: line.if_felt.emotion, strength: line.if_felt.strength ?? 1 } } : { say: line.say }
  })
}

/** A fault in words: what was expected, and what is so now. */
function useSaid(tried: Given['tried']) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const named = (what: string, each: string): string => {
    if (what.includes('moves')) return words.move[each as keyof typeof words.move] ?? each
    if (what === 'emotion') return words.emotion[each as Emotion] ?? each
    if (what === 'group') return words.group[each as Group] ?? each
    if (what === 'scenario') return tried?.scenarios?.[each] ?? each
    if (what === 'intent') return tried?.intents?.[each] ?? each
    if (what === 'closed') return each === 'True' ? own.yes : own.no
    return each === 'none' || each === 'nothing' ? own.nothing : each
  }
  return ({ what, expected, was }: HeldStory['faults'][number]) => {
    const all = (values: string[]) => values.map((each) => named(what, each)).join(what.includes('moves') ? ' → ' : ', ') || own.nothing
    return own.fault(own.what[what as keyof typeof own.what] ?? what, `‘${all(expected)}’`, `‘${all(was)}’`)
  }
}
