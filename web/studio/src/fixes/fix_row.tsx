/** What mends a remark: at a press, with a choice, or with words typed right here. */

import '../edits/edits.css'
import './fix_row.css'

import { Button } from '@mantine/core'
import { useState } from 'react'

import { Choose, Field } from '../edits/field'
import { useOwnWords } from '../words/words'
import type { Asks, Fix, Mended } from './fixes'
import { en } from './words.en'
import { ko } from './words.ko'

interface Given {
  fixes: readonly (Fix | Asks)[]
  mend: (mended: Mended) => void
  askAction?: ((name: string) => void) | undefined
}

export function FixRow({ fixes, mend, askAction }: Given) {
  const own = useOwnWords({ ko, en })
  if (fixes.length === 0) return null
  return (
    <div className="fixes" role="group" aria-label={own.label}>
      {fixes.map((fix) =>
        'asks' in fix ? (
          <Button key={fix.label} size="compact-sm" variant="default" onClick={() => askAction?.(fix.asks)}>
            {fix.label}
          </Button>
        ) : fix.choices !== undefined || fix.typed ? (
          <Filled key={fix.label} fix={fix} mend={mend} />
        ) : (
          <Button key={fix.label} size="compact-sm" variant="default" onClick={() => mend(fix.mend(''))}>
            {fix.label}
          </Button>
        ),
      )}
    </div>
  )
}

/** A fix that needs a choice or words first. */
function Filled({ fix, mend }: { fix: Fix; mend: (mended: Mended) => void }) {
  const own = useOwnWords({ ko, en })
  const [given, setGiven] = useState('')
  return (
    <form
      className="fix-filled"
      onSubmit={(event) => {
        event.preventDefault()
        if (given.trim() !== '') mend(fix.mend(given.trim()))
      }}
    >
      {fix.choices !== undefined ? (
        <Choose label={fix.label} value={given} choices={[{ value: '', label: own.pick }, ...fix.choices]} change={setGiven} />
      ) : (
        <Field label={fix.label}>
          <input className="typed" value={given} placeholder={own.type} onChange={(event) => setGiven(event.currentTarget.value)} />
        </Field>
      )}
      <Button type="submit" size="compact-sm" variant="default" disabled={given.trim() === ''}>
        {own.go}
      </Button>
    </form>
  )
}
