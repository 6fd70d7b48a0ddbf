/** The ways of a branch: the first whose condition holds is taken, the last one always. */

import { ActionIcon, Button } from '@mantine/core'

import { Choose } from '../../../edits/field'
import { AddIcon } from '../../../edits/icons'
import { conditionInWords } from '../../../scene/conditions'
import { inEnglish } from '../../../scene/scene'
import type { Plain } from '../../../yaml/document'
import { insertIn, moveIn } from '../../../yaml/edit'
import { DeleteIcon, UpIcon } from '../icons'
import { ConditionEditor } from './condition_editor'
import { NewQuestion } from './new_question'
import { type Form, stepChoices } from './step_panel'

export function Ways(form: Form) {
  const { desk, step, own, set, lead, toText } = form
  const ways = (Array.isArray(step.fields.branch) ? step.fields.branch : []).map(inEnglish)
  const at = ['steps', step.index, 'branch']
  const hasElse = ways.some((way) => 'else' in way)
  const add = (value: Plain, index: number) => desk.write((text) => insertIn(text, at, index, value, { inLines: true }))
  const first = desk.scene?.steps.find((each) => each.id !== step.id)?.id ?? step.id
  return (
    <fieldset className="parts">
      <legend>{own.way.title}</legend>
      {ways.map((way, n) => (
        <div key={n} className="part" data-port={`way:${n}`}>
          <div className="words-case-head">
            <b>{'else' in way ? own.condition.always : conditionInWords(way.if, own, desk.glossary.titles)}</b>
            {n > 0 && !('else' in way) && (
              <ActionIcon variant="subtle" color="gray" aria-label={own.way.earlier(n + 1)} onClick={() => desk.write((text) => moveIn(text, at, n, n - 1))}>
                <UpIcon size={16} />
              </ActionIcon>
            )}
            {ways.length > 1 && (
              <ActionIcon variant="subtle" color="gray" aria-label={own.way.drop(n + 1)} onClick={() => set(['branch', n], undefined)}>
                <DeleteIcon size={16} />
              </ActionIcon>
            )}
          </div>
          {!('else' in way) && <ConditionEditor value={way.if ?? {}} glossary={desk.glossary} change={(when) => set(['branch', n, 'if'], when)} toText={(path) => toText(['branch', n, 'if', ...path])} />}
          <Choose
            label={own.way.then}
            value={String(way.else ?? way.then ?? '')}
            choices={[...('else' in way || 'then' in way ? [] : [{ value: '', label: own.way.nowhere }]), ...stepChoices(form)]}
            change={(to) => lead(`way:${n}`, to)}
          />
        </div>
      ))}
      <div className="words-more">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<AddIcon size={14} />}
          onClick={() => add({ if: { mood_so_far: 'against' }, then: first }, hasElse ? ways.length - 1 : ways.length)}
        >
          {own.way.add}
        </Button>
        {!hasElse && (
          <Button size="compact-sm" variant="default" leftSection={<AddIcon size={14} />} onClick={() => add({ else: first }, ways.length)}>
            {own.way.addElse}
          </Button>
        )}
        <NewQuestion form={form} wanted={{ at: 'before' }} label={own.slot.openBefore} />
      </div>
    </fieldset>
  )
}
