/** How a step went with the customers of a rehearsal, as the picture of a scenario colours it. */

import { createContext, type CSSProperties, useContext } from 'react'

import type { Spot } from './asking'

export type Warmth = 'angry' | 'left' | 'turned' | 'calm' | 'never'
/** The order of the legend, the worst first. */
export const WARMTHS: readonly Warmth[] = ['angry', 'left', 'turned', 'calm', 'never']

export interface Heat {
  warmth: Warmth
  /** How many of those who came, 0-1: how deep the colour is. */
  share: number
  spot: Spot | null
}

/** By step of the scenario that is looked at; null where no rehearsal is. */
export type HeatOf = ReadonlyMap<string, Heat> | null

export const HeatShown = createContext<HeatOf>(null)

/** How one step went; undefined where no rehearsal is looked at. */
export function useHeat(step: string): Heat | undefined {
  const all = useContext(HeatShown)
  return all === null ? undefined : (all.get(step) ?? NOBODY)
}

const NOBODY: Heat = { warmth: 'never', share: 0, spot: null }

/** Somebody who leaves says more than somebody who is hurt and stays. */
export function heatOf(spot: Spot): Heat {
  const came = Math.max(1, spot.came ?? 0, spot.left ?? 0)
  const left = spot.left ?? 0
  const turned = spot.turned ?? 0
  if (left > 0) return { warmth: (spot.left_in_anger ?? 0) > 0 ? 'angry' : 'left', share: Math.min(1, left / came), spot }
  if (turned > 0) return { warmth: 'turned', share: Math.min(1, turned / came), spot }
  return { warmth: (spot.came ?? 0) > 0 ? 'calm' : 'never', share: 0, spot }
}

/** The steps of one scenario, by their own ids. */
export function heatsOf(spots: readonly Spot[], scenario: string): Map<string, Heat> {
  const own = spots.filter((each) => each.step.startsWith(`${scenario}.`))
  return new Map(own.map((each) => [each.step.slice(scenario.length + 1), heatOf(each)]))
}

/** How deep the colour of a card is: a tenth of it for one of many, half of it where everybody left. */
export function depthOf(heat: Heat | undefined): CSSProperties | undefined {
  return heat && ({ '--depth': `${Math.round(10 + heat.share * 40)}%` } as CSSProperties)
}
