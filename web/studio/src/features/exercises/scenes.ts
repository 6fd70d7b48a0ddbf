/** The exercises in their order, where it hurts in each, and what somebody has done of them in this browser. */

export const SCENES = [
  { id: 'waiting', hurt: 4 },
  { id: 'mistake', hurt: 2 },
  { id: 'money', hurt: 2 },
  { id: 'irony', hurt: 2 },
] as const
export type SceneId = (typeof SCENES)[number]['id']

/** The last exercise is no scene: it is done with one's own playbook. */
export const REHEARSE = 'rehearse'

const KEPT = 'dajeong:exercises'
export const SHORTEST = 10

/** What was written, by exercise. */
export function written(): Partial<Record<SceneId, string>> {
  try {
    const found: unknown = JSON.parse(window.localStorage.getItem(KEPT) ?? '{}')
    return typeof found === 'object' && found ? (found as Partial<Record<SceneId, string>>) : {}
  } catch {
    return {}
  }
}

export function keepWritten(id: SceneId, text: string): void {
  window.localStorage.setItem(KEPT, JSON.stringify({ ...written(), [id]: text }))
}

/** What the customer says; every other line is ours. */
export function saidByCustomer(lines: readonly string[]): string[] {
  return lines.filter((_, n) => n % 2 === 0)
}

export function sceneAfter(id: SceneId): string {
  return SCENES[SCENES.findIndex((each) => each.id === id) + 1]?.id ?? REHEARSE
}
