/** The same words, another feeling: what would be answered for each of the ten, side by side. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import './feelings.css'

import { Button, Modal, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'

import { Failed } from '../../frame/states'
import { groupOf } from '../../words/feelings'
import { BANDS, USUAL } from '../../words/strength'
import { useNames } from '../../words/named'
import { useOwnWords, useWords } from '../../words/words'
import type { Script, Supposed } from './lines'
import { type EveryFeeling, type useDraftToTry, useEveryFeeling } from './play'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  playbook: string
  draft: ReturnType<typeof useDraftToTry>
  script: Script
  close: () => void
  takeOn: (line: number, felt: Supposed) => void
}

export function Feelings({ playbook, draft, script, close, takeOn }: Given) {
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const narrow = useMediaQuery('(max-width: 800px)')
  const [strength, setStrength] = useState<number | null>(null)
  const before = useRef(document.activeElement as HTMLElement | null)
  // It is gone once it is closed, and the keyboard goes on where it was.
  useEffect(() => () => before.current?.focus(), [])
  const found = useEveryFeeling(playbook, draft, script, strength)
  const line = found.data && script.lines[found.data.line]
  return (
    <Modal
      opened
      onClose={close}
      size="76rem"
      fullScreen={narrow}
      title={<b>{own.besideTitle}</b>}
      closeButtonProps={{ 'aria-label': own.besideClose }}
    >
      <p className="soft try-beside-lead">{own.besideLead}</p>
      {line && 'say' in line && <blockquote className="try-quote">{line.say}</blockquote>}
      <fieldset className="try-strength">
        <legend className="soft">{own.how}</legend>
        {([null, ...BANDS] as const).map((each) => (
          <label key={each}>
            <input type="radio" name="strength" checked={strength === (each && USUAL[each])} onChange={() => setStrength(each && USUAL[each])} />
            {each === null ? own.asStrong : words.strength[each]}
          </label>
        ))}
      </fieldset>
      {found.isError ? (
        <Failed problem={found.error} again={() => void found.refetch()} />
      ) : found.data ? (
        <Cards playbook={playbook} found={found.data} takeOn={takeOn} />
      ) : (
        <Skeleton height={360} radius="lg" />
      )}
    </Modal>
  )
}

function Cards({ playbook, found, takeOn }: Pick<Given, 'playbook' | 'takeOn'> & { found: EveryFeeling }) {
  const names = useNames()
  const own = useOwnWords({ ko, en })
  const { words } = useWords()
  const said = found.each.map((each) => each.replies.map((reply) => reply.text).join('\n'))
  return (
    <ol className="try-cards">
      {found.each.map(({ emotion, replies }, n) => {
        const first = said.indexOf(said[n] as string)
        const twin = first < n ? found.each[first] : undefined
        const read = found.read?.dominant === emotion
        const moves = replies.flatMap((reply) => reply.moves)
        const policy = replies.find((reply) => reply.policy)?.policy
        return (
          <li key={emotion} className={`${groupOf(emotion)}${read ? ' read-so' : ''}`}>
            <div className="reading">
              <span className={`feeling ${groupOf(emotion)}`}>{words.emotion[emotion]}</span>
              {read && <b>{own.readSo}</b>}
              {twin && !read && <span className="soft">{own.sameAs(words.emotion[twin.emotion])}</span>}
            </div>
            {replies.map((reply) => (
              <p key={reply.reply} className={twin && !read ? 'soft' : undefined}>
                {reply.text}
              </p>
            ))}
            <div className="try-behind">
              <ol className="moves">
                {moves.map((move, at) => (
                  <li key={at}>{words.move[move]}</li>
                ))}
              </ol>
              <span className="soft">{policy ? own.policy(names.policy(playbook, policy)) : own.noPolicy}</span>
              {replies.some((reply) => reply.offers_person) && <span className="soft">{own.offersPerson}</span>}
            </div>
            <Button size="compact-sm" variant="default" onClick={() => takeOn(found.line, { emotion, strength: found.strength })}>
              {own.takeOn}
            </Button>
          </li>
        )
      })}
    </ol>
  )
}
