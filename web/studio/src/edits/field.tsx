/** Fields of a form: a label, what it holds, and what to know about it. */

import './field.css'

import { cloneElement, type ReactElement, useId } from 'react'

import { Typed } from './typed'

interface Labelled {
  label: string
  hint?: string
}

interface Named {
  id?: string
  'aria-describedby'?: string
}

export function Field({ label, hint, children }: Labelled & { children: ReactElement<Named> }) {
  const id = useId()
  const about = `${id}-about`
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, { id, ...(hint === undefined ? {} : { 'aria-describedby': about }) })}
      {hint !== undefined && (
        <small className="soft" id={about}>
          {hint}
        </small>
      )}
    </div>
  )
}

export function TextField({ value, change, lines = 1, ...about }: Labelled & { value: string; change: (value: string) => void; lines?: number }) {
  return (
    <Field {...about}>
      <Typed value={value} change={change} lines={lines} />
    </Field>
  )
}

export interface Choice {
  value: string
  label: string
}

interface Choosing extends Labelled {
  value: string
  choices: readonly (Choice | { group: string; choices: readonly Choice[] })[]
  change: (value: string) => void
}

export function Choose({ value, choices, change, ...about }: Choosing) {
  return (
    <Field {...about}>
      <Select value={value} choices={choices} change={change} label={about.label} />
    </Field>
  )
}

/** A menu without a label of its own that is seen. */
export function Select({ value, choices, change, label, ...rest }: Choosing & Named) {
  const all = choices.flatMap((each) => ('group' in each ? each.choices : [each]))
  return (
    <select className="typed" {...(rest.id === undefined ? { 'aria-label': label } : rest)} value={value} onChange={(event) => change(event.currentTarget.value)}>
      {/* What is written stays chosen, even when nothing of that name exists any more. */}
      {all.every((each) => each.value !== value) && <option value={value}>{value}</option>}
      {choices.map((each) =>
        'group' in each ? (
          <optgroup key={each.group} label={each.group}>
            {each.choices.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </optgroup>
        ) : (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ),
      )}
    </select>
  )
}

export function Flag({ label, hint, value, change }: Labelled & { value: boolean; change: (value: boolean) => void }) {
  return (
    <label className="flag">
      <input type="checkbox" checked={value} onChange={(event) => change(event.currentTarget.checked)} />
      <span>
        {label}
        {hint !== undefined && <small className="soft">{hint}</small>}
      </span>
    </label>
  )
}
