/** Stiff words and the plain ones to say instead, with proposals from the team's own texts. */

import { Button, CloseButton, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'

import { api, data } from '../../api/client'
import { Typed } from '../../edits/typed'
import { type Language, useOwnWords } from '../../words/words'
import type { Part } from './persona'
import { PERSONA, personaOf, withInstead, withoutInstead } from './persona_file'
import { Stiff } from './stiff'
import { en } from './words.en'
import { ko } from './words.ko'

export function Lexicon({ playbook, edits, language }: Part & { language: Language }) {
  const own = useOwnWords({ ko, en })
  const { say_instead } = personaOf(edits.texts[PERSONA] ?? '')
  const title = useId()
  const put = (hard: string, plain: string) => edits.write(PERSONA, (text) => withInstead(text, hard, plain), `instead ${hard}`)
  return (
    <section className="card" aria-labelledby={title}>
      <Title order={2} size="h4" id={title}>
        {own.instead}
      </Title>
      <p className="hint">{own.insteadHint}</p>
      {say_instead.length === 0 ? (
        <p className="soft">{own.insteadNone}</p>
      ) : (
        <ul className="word-pairs">
          {say_instead.map(([hard, plain]) => (
            <li key={hard}>
              <span>{hard}</span>
              <span aria-hidden="true">→</span>
              <Typed aria-label={`${own.plain}: ${hard}`} value={plain} maxLength={60} change={(news) => news.trim() && put(hard, news)} />
              <CloseButton
                aria-label={own.remove(hard)}
                onClick={() => edits.write(PERSONA, (text) => withoutInstead(text, hard))}
              />
            </li>
          ))}
        </ul>
      )}
      <NewPair language={language} put={put} />
      <Stiff playbook={playbook} edits={edits} put={put} />
    </section>
  )
}

/** A new pair; for a stiff word the product knows, the plain one is proposed while it is typed. */
function NewPair({ language, put }: { language: Language; put: (hard: string, plain: string) => void }) {
  const own = useOwnWords({ ko, en })
  const [hard, setHard] = useState('')
  const [plain, setPlain] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const hint = useId()
  const { data: known } = useQuery({
    queryKey: ['plain-words', language],
    queryFn: async () => data(await api.GET('/api/studio/plain-words', { params: { query: { language } } })).words,
    staleTime: Infinity,
  })
  const proposal = plain ? '' : (known?.[hard.trim()] ?? known?.[hard.trim().toLowerCase()] ?? '')
  return (
    <form
      className="word-pairs new"
      onSubmit={(event) => {
        event.preventDefault()
        if (!hard.trim() || !(plain || proposal).trim()) return
        put(hard.trim(), (plain || proposal).trim())
        setHard('')
        setPlain('')
        first.current?.focus()
      }}
    >
      <div>
        <input
          ref={first}
          className="typed"
          aria-label={own.hard}
          placeholder={own.hard}
          aria-describedby={hint}
          value={hard}
          maxLength={60}
          onChange={(event) => setHard(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Tab' && !event.shiftKey && proposal) setPlain(proposal)
          }}
        />
        <span aria-hidden="true">→</span>
        <input
          className="typed"
          aria-label={own.plain}
          placeholder={proposal || own.plain}
          value={plain}
          maxLength={60}
          onChange={(event) => setPlain(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!hard.trim() || !(plain || proposal).trim()}>
          {own.put}
        </Button>
      </div>
      <p className="hint" id={hint} role="status">
        {proposal && own.take(proposal)}
      </p>
    </form>
  )
}
