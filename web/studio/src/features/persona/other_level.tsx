/** The team's own texts that do not keep the speech level: which they are, and that they are not sent so. */

import { Button } from '@mantine/core'
import { useState } from 'react'

import { useFindings } from '../../draft/draft'
import { WarnIcon } from '../../edits/icons'
import { useOwnWords } from '../../words/words'
import type { Level } from './persona_file'
import { en } from './words.en'
import { ko } from './words.ko'

const RULES = ['wrong_level', 'mixed_levels', 'banmal']

export function OtherLevel({ playbook, level }: { playbook: string; level: Level }) {
  const own = useOwnWords({ ko, en })
  const { findings } = useFindings(playbook)
  const [open, setOpen] = useState(false)
  const other = findings.filter((each) => RULES.includes(each.rule))
  if (other.length === 0) return null
  return (
    <div role="status">
      <p className="finding error">
        <WarnIcon size={16} />
        {own.otherLevel(other.length, level)}
      </p>
      <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? own.hideThem : own.showThem}
      </Button>
      {open && (
        <ul className="places" tabIndex={0} aria-label={own.showThem}>
          {other.map((each, n) => (
            <li key={n}>
              {each.message} <code>{`${each.file}:${each.line}`}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
