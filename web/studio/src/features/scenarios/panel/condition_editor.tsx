/** A condition as rows of what, how and value, and as groups of them: any of these, none of these. */

import { ActionIcon, Button } from '@mantine/core'
import type { ReactNode } from 'react'

import { type Choice, Select } from '../../../edits/field'
import { AddIcon } from '../../../edits/icons'
import { Typed } from '../../../edits/typed'
import { conditionInWords } from '../../../scene/conditions'
import { type How, HOWS, howOf, valueOf, written } from '../../../scene/expectations'
import type { Glossary } from '../../../scene/glossary'
import { conditionOf, type Part, partsOf, type Row } from '../../../scene/groups'
import { useOwnWords } from '../../../words/words'
import type { Path, Plain } from '../../../yaml/document'
import { DeleteIcon } from '../icons'
import { en } from '../words.en'
import { ko } from '../words.ko'

interface Given {
  value: Plain
  glossary: Glossary
  change: (value: Plain) => void
  /** Shows where something is written, below the condition. */
  toText?: (path: Path) => void
}

const GROUPS = ['against', 'worried', 'content', 'other']
const EMOTIONS = ['anger', 'frustration', 'disappointment', 'distrust', 'anxiety', 'sadness', 'gratitude', 'satisfaction', 'confusion', 'neutral']
const LISTS: Readonly<Record<string, readonly string[]>> = {
  mood: GROUPS,
  mood_so_far: GROUPS,
  emotion: EMOTIONS,
  trend: ['rising', 'steady', 'falling'],
}

export function ConditionEditor({ value, glossary, change, toText }: Given) {
  const own = useOwnWords({ ko, en })
  const parts = partsOf(value)
  const rows = parts.flatMap((part) => (part.kind === 'row' ? [part.row] : []))
  const groups = parts.filter((part) => part.kind !== 'row')
  // A name stands once in a condition: groups of one kind too.
  const has = (name: 'any' | 'not') => parts.some((part) => part.kind === name || (part.kind === 'deep' && part.name === name))
  const write = (now: readonly Part[]) => change(conditionOf(now))
  const put = (old: Part, now: Part) => write(parts.map((part) => (part === old ? now : part)))
  const rowsNow = (now: readonly Row[]) => {
    const asParts = now.map((row): Part => ({ kind: 'row', row }))
    const last = parts.findLastIndex((part) => part.kind === 'row') + 1
    // Every row keeps its place among the groups.
    if (now.length > rows.length) write([...parts.slice(0, last), ...asParts.slice(rows.length), ...parts.slice(last)])
    else if (now.length < rows.length) write(parts.filter((part) => part.kind !== 'row' || now.includes(part.row)))
    else write(parts.map((part) => (part.kind === 'row' ? (asParts.shift() as Part) : part)))
  }
  return (
    <div className="condition">
      <Rows rows={rows} glossary={glossary} change={rowsNow} add={parts.length === 0 ? own.cond.add : own.cond.addMore}>
        {!has('any') && <AddGroup label={own.cond.addAny} add={() => write([...parts, { kind: 'any', each: [[['mood_so_far', 'against']], [['mood_so_far', 'worried']]] }])} />}
        {!has('not') && <AddGroup label={own.cond.addNot} add={() => write([...parts, { kind: 'not', rows: [['abuse', true]] }])} />}
      </Rows>
      {groups.map((part) =>
        part.kind === 'deep' ? (
          <p key={part.name} className="soft">
            {conditionInWords({ [part.name]: part.value }, own, glossary.titles)} · {own.cond.inText}{' '}
            {toText !== undefined && (
              <button type="button" className="more" onClick={() => toText([part.name])}>
                {own.cond.toText}
              </button>
            )}
          </p>
        ) : part.kind === 'any' ? (
          <Group key="any" title={own.cond.any} drop={own.cond.dropGroup(own.cond.any)} remove={() => put(part, { kind: 'any', each: [] })}>
            {part.each.map((alternative, at) => (
              <div key={at} className="alternative-condition" role="group" aria-label={own.cond.alternative(at + 1)}>
                <Rows
                  rows={alternative}
                  glossary={glossary}
                  change={(now) => put(part, { kind: 'any', each: part.each.map((each, n) => (n === at ? now : each)) })}
                  add={own.cond.addMore}
                />
              </div>
            ))}
            <AddGroup label={own.cond.addAlternative} add={() => put(part, { kind: 'any', each: [...part.each, [['mood_so_far', 'worried']]] })} />
          </Group>
        ) : part.kind === 'not' ? (
          <Group key="not" title={own.cond.not} drop={own.cond.dropGroup(own.cond.not)} remove={() => put(part, { kind: 'not', rows: [] })}>
            <Rows rows={part.rows} glossary={glossary} change={(now) => put(part, { kind: 'not', rows: now })} add={own.cond.addMore} />
          </Group>
        ) : null,
      )}
    </div>
  )
}

function Group({ title, drop, remove, children }: { title: string; drop: string; remove: () => void; children: ReactNode }) {
  return (
    <fieldset className="condition-group">
      <legend>{title}</legend>
      <ActionIcon className="drop-group" variant="subtle" color="gray" aria-label={drop} onClick={remove}>
        <DeleteIcon size={16} />
      </ActionIcon>
      {children}
    </fieldset>
  )
}

function AddGroup({ label, add }: { label: string; add: () => void }) {
  return (
    <Button size="compact-sm" variant="subtle" leftSection={<AddIcon size={14} />} onClick={add}>
      {label}
    </Button>
  )
}

interface RowsGiven {
  rows: readonly Row[]
  glossary: Glossary
  change: (rows: readonly Row[]) => void
  add: string
  children?: ReactNode
}

/** Rows that all must hold. */
function Rows({ rows, glossary, change, add, children }: RowsGiven) {
  const own = useOwnWords({ ko, en })
  const names = nameChoices(glossary, own)
  const put = (at: number, row: Row) => change(rows.map((each, n) => (n === at ? row : each)))
  return (
    <>
      {rows.map(([name, expected], at) => (
        <div key={at} className="condition-row">
          <Select label={own.cond.what} value={name} choices={names} change={(other) => put(at, [other, firstValue(other)])} />
          <Expected name={name} expected={expected} own={own} change={(now) => put(at, [name, now])} />
          <ActionIcon variant="subtle" color="gray" aria-label={own.cond.drop} onClick={() => change(rows.filter((_, n) => n !== at))}>
            <DeleteIcon size={16} />
          </ActionIcon>
        </div>
      ))}
      <div className="words-more">
        <AddGroup label={add} add={() => change([...rows, [freeName(Object.fromEntries(rows), names.flatMap((group) => group.choices)), true]])} />
        {children}
      </div>
    </>
  )
}

function Expected({ name, expected, own, change }: { name: string; expected: Plain; own: typeof ko; change: (value: Plain) => void }) {
  const list = LISTS[name]
  const how = howOf(expected)
  const hows = HOWS.map((each) => ({ value: each, label: own.cond.how[each] }))
  const told = valueOf(expected)
  const takesValue = !['yes', 'no', 'filled', 'empty'].includes(how)
  return (
    <>
      <Select label={own.cond.how.label} value={how} choices={hows} change={(other) => change(written(other as How, list?.[0] ?? told))} />
      {takesValue && list !== undefined && how === 'is' ? (
        <Select
          label={own.cond.value}
          value={told}
          choices={list.map((each) => ({ value: each, label: own.condition.values[each as 'anger'] }))}
          change={(other) => change(written(how, other))}
        />
      ) : (
        takesValue && <Typed aria-label={own.cond.value} placeholder={how === 'is' ? own.cond.several : ''} value={told} change={(other) => change(written(how, other))} />
      )}
    </>
  )
}

function nameChoices(glossary: Glossary, own: typeof ko): { group: string; choices: Choice[] }[] {
  const feelings = Object.entries(own.condition.names).map(([value, label]) => ({ value, label }))
  const slots = glossary.slots.map((each) => ({ value: each.name, label: each.title }))
  const actions = glossary.actions.map((action) => ({
    group: own.cond.answerOf(action.title),
    choices: action.outputs.map((each) => ({ value: `${action.name}.${each.name}`, label: each.title })),
  }))
  return [{ group: own.cond.feelings, choices: feelings }, { group: own.cond.slots, choices: slots }, ...actions].filter((each) => each.choices.length > 0)
}

function firstValue(name: string): Plain {
  return LISTS[name]?.[0] ?? (['strength', 'urgency', 'fatigue', 'sure'].includes(name) ? { at_least: 0.5 } : true)
}

function freeName(fields: Readonly<Record<string, Plain>>, choices: readonly Choice[]): string {
  return choices.find((each) => !(each.value in fields))?.value ?? 'mood'
}
