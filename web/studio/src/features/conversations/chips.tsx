/** What the list is narrowed to, by its name, each with the way to take it away. */

import { CloseButton } from '@mantine/core'

import { EMOTIONS } from '../../words/feelings'
import { useNames } from '../../words/named'
import { useWords } from '../../words/words'
import { useVersionNames } from '../versions/names'
import { type Asked, GROUPS, NO_SCENARIO, STANDING } from './asked'

export interface Chip {
  name: string
  /** What of the question goes with it. */
  without: Asked
  /** No field shows it: it came by a link, or what it names is there no more. */
  unseen: boolean
}

export function useChips(wanted: Asked): Chip[] {
  const { words } = useWords()
  const { playbooks, playbook, scenario, settled } = useNames()
  const known = playbooks.find((each) => each.name === wanted.playbook)
  const of = wanted.playbook ?? (playbooks.length === 1 ? playbooks[0]?.name : undefined)
  const called = useVersionNames(of)
  const chips: Chip[] = []
  const add = (name: string, without: Asked, unseen = false) => chips.push({ name, without, unseen })
  if (wanted.playbook && (playbooks.length > 1 || !known))
    add(playbook(wanted.playbook), { playbook: undefined, scenario: undefined, version: undefined }, settled && !known)
  if (wanted.scenario) {
    const none = wanted.scenario === NO_SCENARIO
    const chosen = known !== undefined && (none || known.scenarios.some((each) => each.id === wanted.scenario))
    add(none ? words.list.noScenario : scenario(of ?? '', wanted.scenario), { scenario: undefined }, settled && !chosen)
  }
  if (wanted.version) add(of ? called(wanted.version) : words.list.version(wanted.version.slice(0, 7)), { version: undefined }, !of)
  const group = GROUPS.find((each) => each === wanted.emotion)
  const emotion = EMOTIONS.find((each) => each === wanted.emotion)
  if (group || emotion) add(group ? words.group[group] : emotion ? words.emotion[emotion] : '', { emotion: undefined })
  if (wanted.fact) add(words.list.facts[wanted.fact], { fact: undefined }, !STANDING.some((each) => each === wanted.fact))
  if (wanted.outcome) add(words.outcome[wanted.outcome], { outcome: undefined })
  if (wanted.period) add(wanted.period === '1' ? words.list.today : words.list.days(Number(wanted.period)), { period: undefined })
  if (wanted.channel) add(words.list.channel(wanted.channel), { channel: undefined }, true)
  return chips
}

export function Chips({ chips, change }: { chips: Chip[]; change: (news: Asked) => void }) {
  const { words } = useWords()
  if (chips.length === 0) return null
  return (
    <div className="chips">
      {chips.map(({ name, without }) => (
        <span key={Object.keys(without)[0]} className="chip">
          {name}
          <CloseButton size="sm" aria-label={words.list.without(name)} onClick={() => change(without)} />
        </span>
      ))}
    </div>
  )
}
