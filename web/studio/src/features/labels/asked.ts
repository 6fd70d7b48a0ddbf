/** What is asked of the labelling queue, as it stands in the address. */

export const REASONS = ['corrected', 'unsure', 'abstained', 'before_handoff'] as const

export interface Asked {
  reason?: (typeof REASONS)[number]
}

export function asked(search: Record<string, unknown>): Asked {
  const reason = REASONS.find((each) => each === search['reason'])
  return reason ? { reason } : {}
}
