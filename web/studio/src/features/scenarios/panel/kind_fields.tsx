/** The fields that each kind of step has of its own. */

import { Button } from '@mantine/core'
import { Fragment } from 'react'

import { Choose, Flag, TextField } from '../../../edits/field'
import { inEnglish, type Port } from '../../../scene/scene'
import type { Plain } from '../../../yaml/document'
import { NewQuestion } from './new_question'
import { Options } from './options'
import { type Form, stepChoices } from './step_panel'
import { Ways } from './ways'
import { WordsEditor } from './words_editor'

const MOVES = ['inform', 'act', 'reassure', 'apologise', 'thank', 'lighten'] as const

export function KindFields(form: Form) {
  switch (form.step.kind) {
    case 'say':
      return <Say {...form} />
    case 'ask':
      return <Ask {...form} />
    case 'choose':
      return <ChooseFields {...form} />
    case 'branch':
      return <Ways {...form} />
    case 'call':
      return <Call {...form} />
    case 'go':
      return <Go {...form} />
    case 'hand_off':
      return <HandOff {...form} />
    default:
      return <End {...form} />
  }
}

function Words({ form, at, label, empty, or }: { form: Form; at: string; label: string; empty?: string; or?: Plain }) {
  const { desk, step, set, toText } = form
  return (
    <WordsEditor
      label={label}
      value={step.fields[at]}
      empty={empty}
      glossary={desk.glossary}
      change={(value) => set([at], value ?? or)}
      toText={(path) => toText([at, ...path])}
    />
  )
}

function Say(form: Form) {
  const { step, own, set } = form
  return (
    <>
      <Words form={form} at="say" label={own.panel.say} or="" />
      <Choose
        label={own.panel.move}
        hint={own.panel.moveHint}
        value={String(step.fields.move ?? 'inform')}
        choices={MOVES.map((move) => ({ value: move, label: own.move[move] }))}
        change={(move) => set(['move'], move === 'inform' ? undefined : move)}
      />
    </>
  )
}

function Ask(form: Form) {
  const { desk, step, own, set } = form
  return (
    <>
      <Choose
        label={own.panel.slot}
        hint={own.panel.slotHint}
        value={String(step.fields.ask)}
        choices={desk.glossary.slots.map((each) => ({ value: each.name, label: each.title }))}
        change={(slot) => set(['ask'], slot)}
      />
      <NewQuestion form={form} wanted={{ at: 'here' }} label={own.slot.open} />
      <Words form={form} at="say" label={own.panel.question} or="" />
      <Words form={form} at="again" label={own.panel.again} empty={own.panel.againEmpty} />
      <Tries {...form} />
      <Flag label={own.panel.fresh} hint={own.panel.freshHint} value={step.fields.fresh === true} change={(fresh) => set(['fresh'], fresh ? true : undefined)} />
    </>
  )
}

function ChooseFields(form: Form) {
  const { desk, step, own, set } = form
  const slot = typeof step.fields.choose === 'string' ? step.fields.choose : ''
  return (
    <>
      <Words form={form} at="say" label={own.panel.question} or="" />
      <Options {...form} />
      <Choose
        label={own.panel.keepIn}
        value={slot}
        choices={[{ value: '', label: own.panel.keepNowhere }, ...desk.glossary.slots.map((each) => ({ value: each.name, label: each.title }))]}
        change={(name) => set(['choose'], name === '' ? true : name)}
      />
      <NewQuestion form={form} wanted={{ at: 'kept' }} label={own.slot.openKept} />
      <Tries {...form} />
    </>
  )
}

function Tries(form: Form) {
  const { step, own, set } = form
  return (
    <>
      <Choose
        label={own.panel.tries}
        value={String(step.fields.at_most ?? 3)}
        choices={[1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: own.panel.times(n) }))}
        change={(tries) => set(['at_most'], tries === '3' && step.fields.at_most === undefined ? undefined : Number(tries))}
      />
      <Target {...form} port="otherwise" label={own.exit.otherwise} empty={own.panel.offerPerson} />
    </>
  )
}

function Target(form: Form & { port: Port; label: string; empty: string }) {
  const { step, port, label, empty, lead } = form
  const value = step.fields[port]
  return (
    <div data-port={port}>
      <Choose label={label} value={typeof value === 'string' ? value : ''} choices={[{ value: '', label: empty }, ...stepChoices(form)]} change={(to) => lead(port, to)} />
    </div>
  )
}

function Call(form: Form) {
  const { desk, step, own, set, askAction } = form
  const action = desk.glossary.actions.find((each) => each.name === step.fields.call)
  const given = inEnglish(step.fields.with)
  const slots = desk.glossary.slots.map((each) => ({ value: each.name, label: each.title }))
  return (
    <>
      <Choose
        label={own.panel.action}
        hint={action?.mock ? own.panel.mock : undefined}
        value={String(step.fields.call)}
        choices={desk.glossary.actions.map((each) => ({ value: each.name, label: each.mock ? own.panel.mockOf(each.title) : each.title }))}
        change={(name) => set(['call'], name)}
      />
      <Button variant="default" size="compact-md" onClick={() => askAction()}>
        {own.action.open}
      </Button>
      {action?.inputs.map((input) => (
        <Fragment key={input.name}>
          <Choose
            label={own.panel.input(input.title)}
            value={String(given[input.name] ?? '')}
            choices={[{ value: '', label: slots.some((each) => each.value === input.name) ? own.panel.sameName : own.panel.nothing }, ...slots]}
            change={(slot) => set(['with', input.name], slot === '' ? undefined : slot)}
          />
          <NewQuestion form={form} wanted={{ at: 'before', input: input.name }} label={own.slot.openInput(input.title)} />
        </Fragment>
      ))}
      <Words form={form} at="say" label={own.panel.before} empty={own.panel.beforeEmpty} />
      <Target {...form} port="if_fails" label={own.exit.if_fails} empty={own.panel.failsEmpty} />
    </>
  )
}

function Go(form: Form) {
  const { desk, step, own, set } = form
  return (
    <>
      <Choose
        label={own.panel.scenario}
        value={String(step.fields.go)}
        choices={desk.glossary.scenarios.filter((each) => each.name !== desk.scenario).map((each) => ({ value: each.name, label: each.title }))}
        change={(name) => set(['go'], name)}
      />
      <Flag label={own.panel.comesBack} value={step.fields.comes_back !== false} change={(back) => set(['comes_back'], back ? undefined : false)} />
    </>
  )
}

function HandOff(form: Form) {
  const { step, own, set } = form
  return (
    <>
      <Words form={form} at="hand_off" label={own.panel.say} empty={own.panel.usual} or={true} />
      <TextField label={own.panel.suggests} hint={own.panel.suggestsHint} lines={2} value={String(step.fields.suggests ?? '')} change={(said) => set(['suggests'], said.trim() === '' ? undefined : said)} />
    </>
  )
}

function End(form: Form) {
  const { step, own, set } = form
  return (
    <>
      <Words form={form} at="end" label={own.panel.say} empty={own.panel.endEmpty} or={true} />
      <Flag label={own.panel.asksIfSolved} value={step.fields.asks_if_solved !== false} change={(asks) => set(['asks_if_solved'], asks ? undefined : false)} />
    </>
  )
}
