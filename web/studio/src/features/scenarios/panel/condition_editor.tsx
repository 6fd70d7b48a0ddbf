/** A condition as rows of what, how and value. What is nested is shown in words and changed in the text. */

import { ActionIcon, Button } from '@mantine/core'

import { AddIcon } from '../../../edits/icons'
import { Typed } from '../../../edits/typed'
import { useOwnWords } from '../../../words/words'
import type { Plain } from '../../../yaml/document'
import type { Glossary } from '../glossary'
import { DeleteIcon } from '../icons'
import { conditionInWords } from '../scene/conditions'
import { type How, HOWS, howOf, valueOf, written } from '../scene/expectations'
import { inEnglish } from '../scene/scene'
import { en } from '../words.en'
import { ko } from '../words.ko'
import { type Choice, Select } from './field'

interface Given {
  value: Plain
  glossary: Glossary
  change: (value: Plain) => void
}

const GROUPS = ['against', 'worried', 'content', 'other']
const EMOTIONS = ['anger', 'frustration', 'disappointment', 'distrust', 'anxiety', 'sadness', 'gratitude', 'satisfaction', 'confusion', 'neutral']
const LISTS: Readonly<Record<string, readonly string[]>> = {
  mood: GROUPS,
  mood_so_far: GROUPS,
  emotion: EMOTIONS,
  trend: ['rising', 'steady', 'falling'],
}

export function ConditionEditor({ value, glossary, change }: Given) {
  const own = useOwnWords({ ko, en })
  const fields = inEnglish(value)
  const rows = Object.entries(fields)
  const write = (rows: readonly (readonly [string, Plain])[]) => change(Object.fromEntries(rows))
  const names = nameChoices(glossary, own)
  return (
    <div className="condition">
      {rows.map(([name, expected], at) =>
        name === 'any' || name === 'not' ? (
          <p key={name} className="soft">
            {conditionInWords({ [name]: expected }, own, glossary.titles)} · {own.cond.inText}
          </p>
        ) : (
          <div key={at} className="condition-row">
            <Select
              label={own.cond.what}
              value={name}
              choices={names}
              change={(other) => write(rows.map((row, n) => (n === at ? [other, firstValue(other)] : row)))}
            />
            <Expected name={name} expected={expected} own={own} change={(now) => write(rows.map((row, n) => (n === at ? [name, now] : row)))} />
            <ActionIcon variant="subtle" color="gray" aria-label={own.cond.drop} onClick={() => write(rows.filter((_, n) => n !== at))}>
              <DeleteIcon size={16} />
            </ActionIcon>
          </div>
        ),
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<AddIcon size={14} />}
        onClick={() => write([...rows, [freeName(fields, names.flatMap((group) => group.choices)), true]])}
      >
        {rows.length === 0 ? own.cond.add : own.cond.addMore}
      </Button>
    </div>
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
