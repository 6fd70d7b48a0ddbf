/** What the list is narrowed to: words, and one choice of each kind. */

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'

import { SearchIcon } from '../../frame/icons'
import { EMOTIONS } from '../../words/feelings'
import { useNames } from '../../words/named'
import { useOwnWords, useWords } from '../../words/words'
import { en as draftEn } from '../../draft/words.en'
import { ko as draftKo } from '../../draft/words.ko'
import { historyQuery } from '../versions/asking'
import { useVersionNames } from '../versions/names'
import { type Asked, GROUPS, NO_SCENARIO, OUTCOMES, PERIODS, STANDING } from './asked'
import { Chips, useChips } from './chips'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  wanted: Asked
  change: (news: Asked) => void
}

/** A screen on which the fields would stand before the first conversation. */
const SMALL = '(max-width: 560px), (max-height: 480px)'

export function Filters({ wanted, change }: Given) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const small = useMediaQuery(SMALL, false, { getInitialValueInEffect: false })
  const [open, setOpen] = useState(false)
  const fields = useId()
  const chips = useChips(wanted)
  return (
    <div className="filters" role="search" aria-label={words.list.filters}>
      <Search value={wanted.q ?? ''} change={(q) => change({ q: q || undefined })} />
      {small && (
        <Button variant="default" className="fold" aria-expanded={open} aria-controls={fields} onClick={() => setOpen(!open)}>
          {own.narrow(chips.length)}
        </Button>
      )}
      <div id={fields} className="filter-fields" hidden={small && !open}>
        {(!small || open) && <Fields wanted={wanted} change={change} />}
      </div>
      <Chips chips={small ? chips : chips.filter((each) => each.unseen)} change={change} />
    </div>
  )
}

function Fields({ wanted, change }: Given) {
  const { words } = useWords()
  const own = useOwnWords({ ko: draftKo, en: draftEn })
  const { playbooks } = useNames()
  const any = { value: '', label: words.list.any }
  const stands = STANDING.find((each) => each === wanted.fact)
  return (
    <>
      {playbooks.length > 1 && (
        <NativeSelect
          className="of-playbook"
          label={own.playbook}
          value={wanted.playbook ?? ''}
          onChange={(event) => change({ playbook: event.currentTarget.value || undefined, scenario: undefined, version: undefined })}
          data={[any, ...playbooks.map((each) => ({ value: each.name, label: each.title }))]}
        />
      )}
      <Scenario wanted={wanted} change={change} />
      <Version wanted={wanted} change={change} />
      <NativeSelect
        label={words.list.feeling}
        value={wanted.emotion ?? ''}
        onChange={(event) => change({ emotion: (event.currentTarget.value || undefined) as Asked['emotion'] })}
        data={[
          any,
          { group: words.list.groups, items: GROUPS.map((each) => ({ value: each, label: words.group[each] })) },
          { group: words.list.each, items: EMOTIONS.map((each) => ({ value: each, label: words.emotion[each] })) },
        ]}
      />
      <NativeSelect
        label={words.list.now}
        value={stands ?? ''}
        onChange={(event) => change({ fact: (event.currentTarget.value || undefined) as Asked['fact'] })}
        data={[any, ...STANDING.map((each) => ({ value: each, label: words.list.facts[each] }))]}
      />
      <NativeSelect
        label={words.list.outcome}
        value={wanted.outcome ?? ''}
        onChange={(event) => change({ outcome: (event.currentTarget.value || undefined) as Asked['outcome'] })}
        data={[any, ...OUTCOMES.map((each) => ({ value: each, label: words.outcome[each] }))]}
      />
      <NativeSelect
        label={words.list.period}
        value={wanted.period ?? ''}
        onChange={(event) => change({ period: (event.currentTarget.value || undefined) as Asked['period'] })}
        data={[any, ...PERIODS.map((each) => ({ value: each, label: each === '1' ? words.list.today : words.list.days(Number(each)) }))]}
      />
    </>
  )
}

/** The scenarios of the playbook asked for, or those of each under its name. */
function Scenario({ wanted, change }: Given) {
  const { words } = useWords()
  const { playbooks } = useNames()
  const chosen = playbooks.filter((each) => !wanted.playbook || each.name === wanted.playbook)
  const groups = chosen.map((playbook) => ({
    group: playbook.title,
    items: [...playbook.scenarios, { id: NO_SCENARIO, title: words.list.noScenario }].map((each) => ({
      value: `${playbook.name}/${each.id}`,
      label: each.title,
    })),
  }))
  return (
    <NativeSelect
      label={words.list.scenario}
      value={wanted.scenario ? `${wanted.playbook ?? ''}/${wanted.scenario}` : ''}
      onChange={(event) => {
        const [playbook, scenario] = event.currentTarget.value.split('/')
        change(scenario ? { playbook, scenario, ...(playbook !== wanted.playbook && { version: undefined }) } : { scenario: undefined })
      }}
      data={[{ value: '', label: words.list.any }, ...(groups.length === 1 ? (groups[0]?.items ?? []) : groups)]}
    />
  )
}

/** The versions of the playbook asked for, or of the only one there is. */
function Version({ wanted, change }: Given) {
  const { words } = useWords()
  const { playbooks } = useNames()
  const playbook = wanted.playbook ?? (playbooks.length === 1 ? playbooks[0]?.name : undefined)
  const versions = useQuery({ ...historyQuery(playbook ?? ''), enabled: Boolean(playbook) }).data?.versions ?? []
  const called = useVersionNames(playbook)
  // One that was put in force again is the same version.
  const known = [...new Set([...versions.map((each) => each.version), ...(wanted.version ? [wanted.version] : [])])]
  return (
    <NativeSelect
      label={words.list.versionLabel}
      disabled={!playbook}
      value={playbook ? (wanted.version ?? '') : ''}
      onChange={({ currentTarget: { value } }) => change(value && playbook ? { playbook, version: value } : { version: undefined })}
      data={[{ value: '', label: playbook ? words.list.any : words.list.playbookFirst }, ...known.map((each) => ({ value: each, label: called(each) }))]}
    />
  )
}

/** Asks once the hand rests; what is typed meanwhile stays as it is. */
function Search({ value, change }: { value: string; change: (q: string) => void }) {
  const { words } = useWords()
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  const tell = useDebouncedCallback((q: string) => {
    told.current = q
    change(q)
  }, 250)
  useEffect(() => {
    if (value !== told.current) setTyped((told.current = value))
  }, [value])
  return (
    <TextInput
      className="search"
      type="search"
      label={words.list.search}
      placeholder={words.list.searchHint}
      leftSection={<SearchIcon size={18} />}
      value={typed}
      maxLength={128}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        tell(event.currentTarget.value.trim())
      }}
    />
  )
}
