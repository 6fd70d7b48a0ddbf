/** What the customer did in a try: the words with their evidence, how they were read, and how they might be felt otherwise. */

import { Menu } from '@mantine/core'

import type { components } from '../../../../shared/api.generated'
import { EMOTIONS, type Emotion, groupOf } from '../../words/feelings'
import { bandOf } from '../../words/strength'
import { useOwnWords, useWords } from '../../words/words'
import { evident } from '../conversations/marked'
import type { Line, Supposed } from './lines'
import type { Came } from './play'
import { en } from './words.en'
import { ko } from './words.ko'

type Reading = components['schemas']['Reading']
const STRONGLY = 0.9
// Smaller shares are noise, and would be slivers in the bar.
const LEAST_SHARE = 0.03
const MOST_SHARES = 3

interface Given {
  line: Line
  came?: Came
  intents: Readonly<Record<string, string>>
  suppose: (felt: Supposed | null) => void
  compare?: () => void
}

export function Said({ line, came, intents, suppose, compare }: Given) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  if ('wait' in line) return <li className="between soft">{own.waited}</li>
  const heard = came?.lines.find((each) => each.by === 'customer')
  const pressed = 'press' in line
  const reading = pressed ? null : heard?.reading
  return (
    <li className="line theirs">
      {pressed && <span className="soft who">{words.read.button}</span>}
      <div className="bubble">
        {heard && reading
          ? evident(heard.text, reading.evidence).map((piece, n) =>
              piece.group ? (
                <mark key={n} className={piece.group}>
                  {piece.text}
                </mark>
              ) : (
                piece.text
              ),
            )
          : (heard?.text ?? (pressed ? line.label : line.say))}
      </div>
      {reading && 'say' in line && (
        <>
          <div className="reading">
            <span className={`feeling ${reading.emotion.group}`}>
              {words.emotion[reading.emotion.dominant]}
              {reading.emotion.dominant !== 'neutral' && <> · {words.strength[bandOf(reading.emotion.strength)]}</>}
            </span>
            {!reading.emotion.sure && <span className="soft">{words.read.unsure}</span>}
            <span className="soft">{reading.intent ? (intents[reading.intent] ?? reading.intent) : own.noIntent}</span>
          </div>
          {!line.if_felt && <Shares reading={reading} />}
          <div className="reading">
            {line.if_felt && <b>{own.supposed(words.emotion[line.if_felt.emotion])}</b>}
            {line.if_felt && (
              <button className="quiet" onClick={() => suppose(null)}>
                {own.asRead}
              </button>
            )}
            <Suppose felt={line.if_felt} suppose={suppose} />
            {compare && (
              <button className="quiet" onClick={compare}>
                {own.beside}
              </button>
            )}
          </div>
        </>
      )}
    </li>
  )
}

/** How the feelings share what was read: one bar, and the largest of them in words. */
function Shares({ reading }: { reading: Reading }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const shares = EMOTIONS.map((emotion) => ({ emotion, share: reading.emotion.scores?.[emotion] ?? 0 })).filter(
    (each) => each.share >= LEAST_SHARE,
  )
  const largest = [...shares].sort((a, b) => b.share - a.share).slice(0, MOST_SHARES)
  return (
    <div className="try-shares">
      <div className="try-bar-of-feelings" aria-hidden="true">
        {shares.map(({ emotion, share }) => (
          <span key={emotion} className={groupOf(emotion)} style={{ flexGrow: share }} />
        ))}
      </div>
      <span className="soft">
        <span className="unseen">{own.feelings}: </span>
        {largest.map(({ emotion, share }) => own.share(words.emotion[emotion], Math.round(share * 100))).join(' · ')}
      </span>
    </div>
  )
}

function Suppose({ felt, suppose }: { felt?: Supposed; suppose: (felt: Supposed | null) => void }) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const choose = (emotion: Emotion) => suppose({ emotion, strength: STRONGLY })
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <button className="quiet">{own.ifFelt}</button>
      </Menu.Target>
      <Menu.Dropdown aria-label={own.ifFeltLead}>
        <Menu.Label>{own.ifFeltLead}</Menu.Label>
        <Menu.Item onClick={() => suppose(null)} fw={felt ? 400 : 700}>
          {own.asRead}
        </Menu.Item>
        {EMOTIONS.map((each) => (
          <Menu.Item key={each} onClick={() => choose(each)}>
            <span className={`feeling ${groupOf(each)}`}>{words.emotion[each]}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
