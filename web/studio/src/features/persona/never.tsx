/** Words the assistant never says. */

import { CloseButton } from '@mantine/core'
import { useId, useState } from 'react'

import { Findings } from '../../fixes/findings'
import { useOwnWords } from '../../words/words'
import type { Part } from './persona'
import { PERSONA, personaOf, withValue } from './persona_file'
import { en } from './words.en'
import { ko } from './words.ko'

export function Never({ playbook, edits }: Part) {
  const own = useOwnWords({ ko, en })
  const { never_say } = personaOf(edits.texts[PERSONA] ?? '')
  const [word, setWord] = useState('')
  const field = useId()
  const keep = (words: readonly string[]) => edits.write(PERSONA, (text) => withValue(text, ['never_say'], [...words]))
  return (
    <section className="card">
      <form
        className="persona-field"
        onSubmit={(event) => {
          event.preventDefault()
          const news = word.trim()
          if (news && !never_say.includes(news)) keep([...never_say, news])
          setWord('')
        }}
      >
        <label htmlFor={field}>{own.never}</label>
        <p className="hint" id={`${field}-hint`}>
          {own.neverHint}
        </p>
        {never_say.length > 0 && (
          <ul className="words">
            {never_say.map((each) => (
              <li key={each}>
                {each}
                <CloseButton size={24} aria-label={own.remove(each)} onClick={() => keep(never_say.filter((other) => other !== each))} />
              </li>
            ))}
          </ul>
        )}
        <input
          id={field}
          className="typed"
          value={word}
          maxLength={60}
          placeholder={own.neverAdd}
          aria-describedby={`${field}-hint`}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
        <Findings playbook={playbook} edits={edits} at={['persona', 'never_say']} />
      </form>
    </section>
  )
}
