/** The assistant's name and its first words. */

import { Title } from '@mantine/core'
import { useId } from 'react'

import { Typed } from '../../edits/typed'
import { Findings } from '../../fixes/findings'
import { useOwnWords } from '../../words/words'
import type { Part } from './persona'
import { PERSONA, personaOf, withValue } from './persona_file'
import { en } from './words.en'
import { ko } from './words.ko'

export function Who({ playbook, edits }: Part) {
  const own = useOwnWords({ ko, en })
  const persona = personaOf(edits.texts[PERSONA] ?? '')
  const [name, introduction] = [useId(), useId()]
  return (
    <section className="card" aria-labelledby={`${name}-title`}>
      <Title order={2} size="h4" id={`${name}-title`}>
        {own.who}
      </Title>
      <div className="persona-field">
        <label htmlFor={name}>{own.name}</label>
        <Typed
          id={name}
          value={persona.name}
          maxLength={40}
          change={(value) => edits.write(PERSONA, (text) => withValue(text, ['name'], value), 'name')}
        />
        <Findings playbook={playbook} edits={edits} at={['persona', 'name']} />
      </div>
      <div className="persona-field">
        <label htmlFor={introduction}>{own.introduction}</label>
        <Typed
          id={introduction}
          lines={2}
          value={persona.introduction}
          maxLength={200}
          aria-describedby={`${introduction}-hint`}
          change={(value) => edits.write(PERSONA, (text) => withValue(text, ['introduction'], value), 'introduction')}
        />
        <p className="hint" id={`${introduction}-hint`}>
          {own.introductionHint}
        </p>
        <Findings playbook={playbook} edits={edits} at={['persona', 'introduction']} />
      </div>
    </section>
  )
}
