/** Policies that need more than a feeling: a hurry, a second time, a certain matter. They are tried before the table. */

import { Title } from '@mantine/core'
import { useId } from 'react'

import { WarnIcon } from '../../edits/icons'
import { useNames } from '../../words/named'
import { useOwnWords, useWords } from '../../words/words'
import { conditionWords } from './condition_words'
import type { Chosen, Table } from './feelings'
import { CONTENT } from './moves'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  playbook: string
  table: Table
  chosen: Chosen
  choose: (chosen: Chosen) => void
}

export function Special({ playbook, table, chosen, choose }: Given) {
  const { words } = useWords()
  const own = useOwnWords({ ko, en })
  const names = useNames()
  const title = useId()
  const speaking = { words, own, scenario: (id: string) => names.scenario(playbook, id), intent: (id: string) => names.intent(playbook, id) }
  const rows = table.policies.filter((each) => each.special)
  return (
    <section className="special" aria-labelledby={title}>
      <Title order={2} size="h4" id={title}>
        {own.special}
      </Title>
      <p className="hint">{own.specialLead}</p>
      <ul>
        {rows.map(({ policy, own: ours, lacks }) => (
          <li key={policy.id}>
            <button
              className={`cell${ours ? ' ours' : ''}`}
              data-policy={policy.id}
              aria-pressed={'special' in chosen && chosen.special === policy.id}
              onClick={() => {
                choose({ special: policy.id })
                // The cards stand further up.
                document.getElementById('empathy-panel')?.scrollIntoView({ block: 'nearest' })
              }}
            >
              <b>{policy.title || policy.id}</b>
              <span className="soft">{conditionWords(policy.when, speaking).join(' · ') || own.always}</span>
              <span className="cell-moves">
                {policy.moves.map((move, n) => (
                  <span key={n} className={move === CONTENT ? 'move content-move' : 'move'}>
                    {move === CONTENT ? own.content : words.move[move]}
                  </span>
                ))}
              </span>
              <span className="cell-foot">
                <span>{ours ? own.ours : own.shipped}</span>
                {lacks.some((each) => each.severity === 'warning') && (
                  <span className="cell-warning">
                    <WarnIcon size={14} />
                    {own.warnings(lacks.filter((each) => each.severity === 'warning').length)}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
