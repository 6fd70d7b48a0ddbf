/** Stiff words found in the team's own texts: put on the list, or mended in their sentence. */

import { Button, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'

import { api, data } from '../../api/client'
import { useLaidOver } from '../../previews/previews'
import { proposed } from '../../words/instead'
import { useOwnWords } from '../../words/words'
import { sentenceReplaced, type StiffPlace, type StiffWord } from './instead'
import type { Part } from './persona'
import { en } from './words.en'
import { ko } from './words.ko'

const PAUSE = 800
type Put = (hard: string, plain: string) => void

export function Stiff({ playbook, edits, put }: Part & { put: Put }) {
  const own = useOwnWords({ ko, en })
  const { ready, over, digest } = useLaidOver(playbook, PAUSE)
  const title = useId()
  const { data: found } = useQuery({
    queryKey: ['stiff-words', playbook, digest],
    queryFn: async ({ signal }) =>
      data(await api.POST('/api/studio/playbooks/{name}/stiff-words', { params: { path: { name: playbook } }, body: { files: over }, signal })).words,
    enabled: ready,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })
  return (
    <div className="stiff" aria-labelledby={title} role="group">
      <Title order={3} size="h5" id={title}>
        {own.stiff}
      </Title>
      <p className="hint" role="status">
        {!found ? own.stiffLooking : found.length === 0 ? own.stiffNone : own.stiffLead(found.length)}
      </p>
      {found && found.length > 0 && (
        <ul tabIndex={0} aria-labelledby={title}>
          {found.map((each) => (
            <Word key={`${each.rule} ${each.word}`} word={each} playbook={playbook} edits={edits} put={put} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Word({ word, edits, put }: Part & { word: StiffWord; put: Put }) {
  const own = useOwnWords({ ko, en })
  const [open, setOpen] = useState(false)
  const list = useId()
  return (
    <li>
      <div className="stiff-word">
        <span>
          <b>{word.word}</b> <span aria-hidden="true">→</span> {word.instead}
          <small>
            {own.kind[word.rule]} · {own.times(word.places.length)}
          </small>
        </span>
        <span className="stiff-tools">
          {word.rule === 'jargon' &&
            (word.listed ? (
              <small>{own.listed}</small>
            ) : (
              <Button size="compact-sm" variant="default" onClick={() => put(word.word, word.instead)}>
                {own.toList}
              </Button>
            ))}
          <Button size="compact-sm" variant="subtle" aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
            {open ? own.close : own.open}
          </Button>
        </span>
      </div>
      <ul id={list} hidden={!open}>
        {open && word.places.map((each) => <Place key={`${each.file}:${each.line}:${each.column}`} place={each} instead={word.instead} edits={edits} />)}
      </ul>
    </li>
  )
}

function Place({ place, instead, edits }: { place: StiffPlace; instead: string; edits: Part['edits'] }) {
  const own = useOwnWords({ ko, en })
  const [sentence, setSentence] = useState(() => proposed(place, instead))
  const mended = sentenceReplaced(edits.texts[place.file] ?? '', place, sentence)
  const letters = [...place.text]
  return (
    <li className="stiff-place">
      <p>
        {letters.slice(0, place.start).join('')}
        <mark>{letters.slice(place.start, place.end).join('')}</mark>
        {letters.slice(place.end).join('')} <code>{place.file}</code>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (mended !== null) edits.write(place.file, (text) => sentenceReplaced(text, place, sentence) ?? text)
        }}
      >
        <input className="typed" aria-label={own.mend} value={sentence} onChange={(event) => setSentence(event.currentTarget.value)} />
        <Button type="submit" size="compact-md" variant="default" disabled={mended === null || sentence === place.text}>
          {own.mend}
        </Button>
      </form>
      {mended === null && sentence !== place.text && <p className="hint">{own.cannotMend}</p>}
    </li>
  )
}
