/** Which step a reply stood at, where none of its words leads there: they came from the everyday lines or the empathy table. */

import type { components } from '../../../../shared/api.generated'

type Reply = components['schemas']['AssistantReplied']

export function stepWithoutWords({ scenario, step, wordings = [] }: Pick<Reply, 'scenario' | 'step' | 'wordings'>): { scenario: string; step: string } | undefined {
  const own = `${scenario}.${step}`
  if (!scenario || !step || wordings.some(({ wording }) => wording === own || wording.startsWith(`${own}.`))) return undefined
  return { scenario, step }
}
