/** What a customer said: its evidence in the text, how it was read, and the way to say that it was read wrongly. */

import { Menu } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import type { components } from '../../../../shared/api.generated'
import { api } from '../../api/client'
import { EMOTIONS, type Emotion, groupOf } from '../../words/feelings'
import { useNames } from '../../words/named'
import { bandOf } from '../../words/strength'
import { clock } from '../../words/times'
import { useOwnWords, useWords } from '../../words/words'
import { evident } from './marked'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  line: components['schemas']['CustomerLine']
  transcript: components['schemas']['Transcript']
}

export function Heard({ line, transcript }: Given) {
  const { words, language } = useWords()
  const own = useOwnWords({ ko, en })
  const names = useNames()
  // A pressed button, or its label typed, has our words and nobody's feeling; the mood does not count it either.
  const reading = line.choice === null ? line.reading : null
  const turn = transcript.turning_points.find((each) => each.message === line.message)
  return (
    <li id={`line-${line.version}`} tabIndex={-1} className="line theirs">
      <span className="soft who">
        {words.read.customer} · {clock(new Date(line.at), language)}
        {line.choice !== null && <> · {own.chosen}</>}
      </span>
      <div className="bubble">
        {line.text ? (
          evident(line.text, reading?.evidence ?? []).map((piece, n) =>
            piece.group ? (
              <mark key={n} className={piece.group}>
                {piece.text}
              </mark>
            ) : (
              piece.text
            ),
          )
        ) : (
          <span className="soft">{words.list.blank}</span>
        )}
      </div>
      {reading && (
        <div className="reading">
          <span className={`feeling ${reading.emotion.group}`}>
            {words.emotion[reading.emotion.dominant]}
            {reading.emotion.dominant !== 'neutral' && <> · {words.strength[bandOf(reading.emotion.strength)]}</>}
          </span>
          {!reading.emotion.sure && <span className="soft">{words.read.unsure}</span>}
          {reading.intent && <span className="soft">{names.intent(transcript.summary.playbook, reading.intent)}</span>}
          {turn && <b className={turn.now < turn.before ? 'fell' : 'rose'}>{turn.now < turn.before ? words.read.fell : words.read.rose}</b>}
          <Correct line={line} conversation={transcript.summary.id} />
        </div>
      )}
      {line.correction?.emotion && <Corrected line={line} conversation={transcript.summary.id} />}
    </li>
  )
}

interface Corrects {
  line: components['schemas']['CustomerLine']
  conversation: string
}

/** Says how the message should have been read; null takes back what was said. */
function useCorrect({ line, conversation }: Corrects) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (emotion: Emotion | null) =>
      api.POST('/api/learning/messages/{conversation}/{version}/correction', {
        params: { path: { conversation, version: line.version } },
        body: { emotion },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['conversation', conversation] }),
  })
}

function Corrected({ line, conversation }: Corrects) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const correct = useCorrect({ line, conversation })
  return (
    <span className="soft reading">
      {line.correction?.emotion && words.read.corrected(line.correction.teammate, words.emotion[line.correction.emotion])}
      <button className="quiet" aria-busy={correct.isPending} onClick={() => !correct.isPending && correct.mutate(null)}>
        {words.read.uncorrect}
      </button>
      <Link to="/conversations/labels" search={{ reason: 'corrected' }}>
        {own.toLabels}
      </Link>
      {correct.isError && (
        <span role="alert" className="fell">
          {words.read.notCorrected}
        </span>
      )}
    </span>
  )
}

function Correct({ line, conversation }: Corrects) {
  const { words } = useWords()
  const correct = useCorrect({ line, conversation })
  return (
    <>
      <Menu position="bottom-start" width={230}>
        <Menu.Target>
          {/* Never disabled: the keyboard comes back to it while the correction is sent. */}
          <button className="quiet" aria-busy={correct.isPending}>
            {words.read.correct}
          </button>
        </Menu.Target>
        <Menu.Dropdown aria-label={words.read.correctLead}>
          <Menu.Label>{words.read.correctLead}</Menu.Label>
          {EMOTIONS.map((each) => (
            <Menu.Item key={each} onClick={() => !correct.isPending && correct.mutate(each)}>
              <span className={`feeling ${groupOf(each)}`}>{words.emotion[each]}</span>
            </Menu.Item>
          ))}
          <Menu.Label>{words.read.corrects}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
      {correct.isError && (
        <span role="alert" className="fell">
          {words.read.notCorrected}
        </span>
      )}
    </>
  )
}
