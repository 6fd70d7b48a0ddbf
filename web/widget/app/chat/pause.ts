/** How long to wait before the next attempt: longer each time, and never the same for everybody. */

export const FIRST = 500
export const LONGEST = 15_000

/** Milliseconds before attempt number `failed` + 1; between half and the whole of a doubling wait. */
export function pause(failed: number, chance: () => number): number {
  const whole = Math.min(LONGEST, FIRST * 2 ** Math.max(0, failed - 1))
  return whole / 2 + (chance() * whole) / 2
}
