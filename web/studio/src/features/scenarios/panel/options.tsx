/** The buttons a customer chooses from: what they show, what else counts as choosing them, and where they lead. */

import { ActionIcon, Button } from '@mantine/core'

import { Choose, TextField } from '../../../edits/field'
import { AddIcon } from '../../../edits/icons'
import { type Choice as Option, optionsOf } from '../../../scene/exits'
import type { Plain } from '../../../yaml/document'
import { DeleteIcon } from '../icons'
import { type Form, stepChoices } from './step_panel'

export function Options(form: Form) {
  const { step, own, set, lead } = form
  const options = optionsOf(step)
  const write = (at: number, part: Partial<Option>) => set(['options', at], optionValue({ ...(options[at] as Option), ...part }, step.fields.options, at), `${step.id}.options.${at}`)
  return (
    <fieldset className="parts">
      <legend>{own.option.title}</legend>
      {options.map((option, at) => (
        <div key={at} className="part" data-port={`option:${at}`}>
          <TextField
            label={own.option.label(at + 1)}
            value={option.label}
            change={(label) => write(at, { label, value: option.value === option.label ? label : option.value })}
          />
          <TextField
            label={own.option.also}
            hint={own.option.alsoHint}
            value={option.also.join(', ')}
            change={(typed) => write(at, { also: typed.split(',').map((each) => each.trim()).filter(Boolean) })}
          />
          <Choose
            label={own.option.then}
            value={typeof option.then === 'string' ? option.then : ''}
            choices={[{ value: '', label: own.option.goesOn }, ...stepChoices(form)]}
            change={(to) => lead(`option:${at}`, to)}
          />
          {options.length > 2 && (
            <ActionIcon variant="subtle" color="gray" aria-label={own.option.drop(option.label)} onClick={() => set(['options', at], undefined)}>
              <DeleteIcon size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<AddIcon size={14} />}
        onClick={() => set(['options', options.length], { label: own.option.fresh(options.length + 1), value: `option_${options.length + 1}` })}
      >
        {own.option.add}
      </Button>
    </fieldset>
  )
}

function optionValue(option: Option, before: Plain | undefined, at: number): Plain {
  const was = Array.isArray(before) ? before[at] : undefined
  if (typeof was === 'string' && option.also.length === 0 && option.then === undefined) return option.label
  return {
    label: option.label,
    ...(option.value !== option.label ? { value: option.value } : {}),
    ...(option.also.length > 0 ? { also: option.also } : {}),
    ...(option.then !== undefined ? { then: option.then } : {}),
  }
}
