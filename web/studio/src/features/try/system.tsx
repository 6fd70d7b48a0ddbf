/** What a business system answers on the stage: as its example, otherwise, or not at all. */

import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import './system.css'

import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'

import { useOwnWords } from '../../words/words'
import type { SystemAnswer } from './lines'
import { changedOutputs, typedOutputs } from './outputs'
import type { Action } from './play'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  action: Action
  given: SystemAnswer | undefined
  close: () => void
  answer: (given: SystemAnswer | null) => void
}

const WAYS = ['asExample', 'otherwise', 'fails'] as const

export function System({ action, given, close, answer }: Given) {
  const own = useOwnWords({ ko, en })
  const [way, setWay] = useState<(typeof WAYS)[number]>(given?.problem ? 'fails' : 'otherwise')
  const [typed, setTyped] = useState(() => typedOutputs(action, given))
  const ways = { asExample: own.asExample, otherwise: own.otherwise, fails: own.fails }
  const outputs = Object.entries(action.outputs ?? {})
  const take = () => {
    if (way === 'fails') return answer({ problem: 'failed' })
    const changed = way === 'otherwise' ? changedOutputs(action, typed) : {}
    answer(Object.keys(changed).length ? { outputs: changed } : null)
  }
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={<b>{own.system(action.title || action.name)}</b>}
      closeButtonProps={{ 'aria-label': own.systemClose }}
    >
      <form
        className="try-system"
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <p className="soft">{own.systemLead}</p>
        <fieldset>
          {WAYS.map((each) => (
            <label key={each}>
              <input type="radio" name="way" checked={way === each} onChange={() => setWay(each)} />
              {ways[each]}
            </label>
          ))}
        </fieldset>
        {way === 'otherwise' && (
          <div className="outputs">
            {outputs.map(([name, { title, type }]) => {
              const label = title || name
              const value = typed[name] ?? ''
              const change = (text: string) => setTyped({ ...typed, [name]: text })
              return type === 'yes_no' ? (
                <NativeSelect
                  key={name}
                  label={label}
                  value={value}
                  onChange={(event) => change(event.currentTarget.value)}
                  data={[
                    { value: 'true', label: own.yes },
                    { value: 'false', label: own.no },
                    { value: '', label: own.leftOut },
                  ]}
                />
              ) : (
                <TextInput
                  key={name}
                  label={label}
                  value={value}
                  inputMode={type === 'number' || type === 'money' ? 'decimal' : undefined}
                  placeholder={own.leftOut}
                  onChange={(event) => change(event.currentTarget.value)}
                />
              )
            })}
          </div>
        )}
        <footer>
          <Button type="submit">{own.takeAnswer}</Button>
        </footer>
      </form>
    </Modal>
  )
}
