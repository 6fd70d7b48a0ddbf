/** Writing the better reply, with the remarks a good editor would make while it is written. */

import { Button, Textarea, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { api, data } from '../../api/client'
import { useOwnWords, useWords } from '../../words/words'
import { keepWritten, type SceneId, SHORTEST } from './scenes'
import { en } from './words.en'
import { ko } from './words.ko'

const PAUSE = 600

interface Shown {
  id: SceneId
  text: string
  change: (text: string) => void
  done: () => void
}

export function Write({ id, text, change, done }: Shown) {
  const own = useOwnWords({ ko, en })
  const scene = own.scenes[id]
  const short = text.trim().length < SHORTEST
  return (
    <section className="exercise-part" aria-labelledby="write">
      <Title order={2} size="h4" id="write">
        {own.write}
      </Title>
      <p className="soft">{own.cold}</p>
      <blockquote className="cold">{scene.cold}</blockquote>
      <Textarea
        label={own.mine}
        description={own.hint}
        value={text}
        rows={4}
        maxLength={2_000}
        onChange={(event) => {
          change(event.currentTarget.value)
          keepWritten(id, event.currentTarget.value)
        }}
      />
      <Remarks text={text.trim()} short={short} />
      <fieldset className="asked-oneself">
        <legend>{own.check}</legend>
        {scene.moves.map((move) => (
          <label key={move}>
            <input type="checkbox" /> {move}
          </label>
        ))}
      </fieldset>
      <div>
        <Button onClick={done} disabled={short} aria-describedby={short ? 'too-short' : undefined}>
          {own.compare}
        </Button>
        {short && (
          <span className="soft" id="too-short">
            {' '}
            {own.empty}
          </span>
        )}
      </div>
    </section>
  )
}

function Remarks({ text, short }: { text: string; short: boolean }) {
  const own = useOwnWords({ ko, en })
  const { language } = useWords()
  const [settled] = useDebouncedValue(text, PAUSE)
  const { data: heard } = useQuery({
    queryKey: ['exercise', settled, language],
    queryFn: async ({ signal }) =>
      data(await api.POST('/api/studio/exercises/reply', { body: { text: settled, language, advise_in: language }, signal })),
    enabled: settled.length >= SHORTEST,
    placeholderData: keepPreviousData,
  })
  if (short || !heard) return <div role="status" />
  return (
    <div role="status" className="remarks">
      <b>{heard.remarks.length ? own.remarks(heard.remarks.length) : own.fine}</b>
      <ul>
        {heard.remarks.map((each) => (
          <li key={`${each.rule} ${each.start}`} className={each.severity}>
            <q>{each.text}</q> {each.advice}
          </li>
        ))}
        {heard.promises.map((each) => (
          <li key={each}>
            <q>{each}</q> {own.promises}
          </li>
        ))}
      </ul>
    </div>
  )
}
