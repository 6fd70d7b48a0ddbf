/** The press that asks for something nothing asks for yet, beside the lists where it is chosen. */

import { Button } from '@mantine/core'

import { AddIcon } from '../../../edits/icons'
import type { Wanted } from '../../../scene/question'
import type { Form } from './step_panel'

export function NewQuestion({ form, wanted, label }: { form: Form; wanted: Wanted; label: string }) {
  return (
    <Button className="new-question" variant="default" size="compact-sm" leftSection={<AddIcon size={14} />} onClick={() => form.askSlot(wanted)}>
      {label}
    </Button>
  )
}
