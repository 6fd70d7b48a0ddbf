/** Nobody to rehearse with yet: what a customer looks like, to copy or to begin with. */

import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { useSaveFile } from '../../draft/draft'
import { State } from '../../frame/states'
import { useNames } from '../../words/named'
import { useOwnWords, useWords } from '../../words/words'
import { CUSTOMERS } from './customers_stamp'
import { en } from './words.en'
import { ko } from './words.ko'

export function FirstCustomers({ playbook }: { playbook: string }) {
  const own = useOwnWords({ ko, en })
  const go = useNavigate()
  const { save, saveNow } = useSaveFile(playbook)
  const text = useExample(playbook)
  const begin = async () => {
    save(`${CUSTOMERS}first.yaml`, text)
    saveNow()
    await go({ to: '/playbooks/$playbook/customers', params: { playbook } })
  }
  return (
    <section className="sheet first-customers">
      <State title={own.customers.emptyTitle} body={own.customers.emptyBody}>
        <div className="run-does">
          <Button onClick={() => void begin()}>{own.customers.begin}</Button>
          <CopyExample text={text} />
        </div>
      </State>
      <pre role="region" tabIndex={0} aria-label={own.customers.example}>
        {text}
      </pre>
    </section>
  )
}

/** The example, about a matter this playbook has. */
export function useExample(playbook: string): string {
  const { playbooks } = useNames()
  const { language } = useWords()
  const here = playbooks.find((each) => each.name === playbook)
  // In the language of its customers, whatever the studio speaks.
  const own = { ko, en }[here?.language ?? language]
  return own.customers.exampleText(here?.intents[0]?.id ?? 'order_status')
}

export function CopyExample({ text }: { text: string }) {
  const own = useOwnWords({ ko, en })
  const [copied, setCopied] = useState(false)
  return (
    <Button variant="default" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      <span aria-live="polite">{copied ? own.customers.copied : own.customers.copy}</span>
    </Button>
  )
}
