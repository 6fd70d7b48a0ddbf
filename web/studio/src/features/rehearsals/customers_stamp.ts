/** What a draft's customers are looked at by: with another text of theirs, or another playbook, they may read otherwise. */

import { type Draft } from '../../draft/draft'

export const CUSTOMERS = 'customers/'

export function customersStamp(draft: Draft | undefined): string {
  return (draft?.files ?? []).map((each) => `${each.path}@${each.revision}`).join(' ')
}
