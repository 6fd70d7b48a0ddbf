/** How it speaks: speech level, warmth, humour, pace and length. */

import { useId } from 'react'

import { useOwnWords } from '../../words/words'
import { OtherLevel } from './other_level'
import type { Part } from './persona'
import { LEVELS, PERSONA, personaOf, WARMTHS, withValue } from './persona_file'
import { en } from './words.en'
import { ko } from './words.ko'

const HUMOURS = ['never', 'when_content'] as const

export function Character({ playbook, edits, korean }: Part & { korean: boolean }) {
  const own = useOwnWords({ ko, en })
  const persona = personaOf(edits.texts[PERSONA] ?? '')
  const choose = (key: string) => (value: string) => edits.write(PERSONA, (text) => withValue(text, [key], value))
  return (
    <>
      {korean && (
        <section className="card">
          <Choice
            name={own.level}
            value={persona.speech_level}
            choose={choose('speech_level')}
            of={LEVELS.map((each) => ({ value: each, name: own.levels[each].name, body: own.levels[each].example }))}
          />
          <OtherLevel playbook={playbook} level={persona.speech_level} />
        </section>
      )}
      <section className="card">
        <Choice
          name={own.warmth}
          value={persona.warmth}
          choose={choose('warmth')}
          of={WARMTHS.map((each) => ({ value: each, ...own.warmths[each] }))}
        />
        <Choice
          name={own.humour}
          value={persona.humour}
          choose={choose('humour')}
          of={HUMOURS.map((each) => ({ value: each, name: own.humours[each] }))}
        />
      </section>
      <section className="card">
        <fieldset className="sliders">
          <legend>{own.pace}</legend>
          <p className="hint">{own.paceHint}</p>
          <Slide
            name={own.perLetter}
            value={persona.pace.ms_per_character}
            most={60}
            step={2}
            shown={own.ms(persona.pace.ms_per_character)}
            change={(value) => edits.write(PERSONA, (text) => withValue(text, ['pace', 'ms_per_character'], value), 'pace')}
          />
          <Slide
            name={own.atMost}
            value={persona.pace.at_most_ms}
            most={4000}
            step={100}
            shown={own.seconds(persona.pace.at_most_ms / 1000)}
            change={(value) => edits.write(PERSONA, (text) => withValue(text, ['pace', 'at_most_ms'], value), 'at_most')}
          />
        </fieldset>
        <fieldset className="sliders">
          <legend>{own.longest}</legend>
          <Slide
            name={own.longest}
            hidden
            value={persona.longest_reply}
            least={60}
            most={600}
            step={10}
            shown={own.longestNow(persona.longest_reply)}
            change={(value) => edits.write(PERSONA, (text) => withValue(text, ['longest_reply'], value), 'longest')}
          />
        </fieldset>
      </section>
    </>
  )
}

interface Option {
  value: string
  name: string
  body?: string
}

function Choice({ name, value, of, choose }: { name: string; value: string; of: readonly Option[]; choose: (value: string) => void }) {
  const group = useId()
  return (
    <fieldset className="choices">
      <legend>{name}</legend>
      <div>
        {of.map((each) => (
          <label key={each.value} className={each.value === value ? 'chosen' : undefined}>
            <input type="radio" name={group} checked={each.value === value} onChange={() => choose(each.value)} />
            <b>{each.name}</b>
            {each.body && <span>{each.body}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface Sliding {
  name: string
  hidden?: boolean
  value: number
  least?: number
  most: number
  step: number
  shown: string
  change: (value: number) => void
}

function Slide({ name, hidden, value, least = 0, most, step, shown, change }: Sliding) {
  const id = useId()
  return (
    <div className="slide">
      <label htmlFor={id} className={hidden ? 'unseen' : undefined}>
        {name}
      </label>
      <input
        id={id}
        type="range"
        min={least}
        max={Math.max(most, value)}
        step={step}
        value={value}
        aria-valuetext={shown}
        onChange={(event) => change(Number(event.currentTarget.value))}
      />
      <output htmlFor={id}>{shown}</output>
    </div>
  )
}
