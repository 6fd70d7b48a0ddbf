/** What a person says of a message, key by key, and the label it becomes. */

import type { components } from '../../../../shared/api.generated'
import { EMOTIONS, type Emotion } from '../../words/feelings'
import { BANDS, type Band } from '../../words/strength'

export type Label = components['schemas']['Label']
export type Item = components['schemas']['LabelItem']

export interface Said {
  emotion?: Emotion
  strength: Band
  /** One of the playbook's; '' says that none fits. Without it nothing is said of the intent. */
  intent?: string
}

export const NOTHING: Said = { strength: 'clear' }

/** What every label has. */
export const SAYS_NOTHING = { flags: [] } satisfies Partial<Label>

/** A feeling is chosen; chosen again it is stronger, and after the strongest slight. */
export function felt(said: Said, emotion: Emotion): Said {
  const again = said.emotion === emotion && emotion !== 'neutral'
  const strength = again ? (BANDS[(BANDS.indexOf(said.strength) + 1) % BANDS.length] as Band) : NOTHING.strength
  return { ...said, emotion, strength }
}

/** Strengths are 1 to 3 of 3, as in the spreadsheet; nothing said is no label. */
export function labelOf({ emotion, strength, intent }: Said, playbook: string): Label | undefined {
  if (emotion === undefined && intent === undefined) return undefined
  const share = Math.round(((BANDS.indexOf(strength) + 1) / 3) * 10_000) / 10_000
  return {
    ...SAYS_NOTHING,
    verdict: 'labelled',
    ...(emotion && { emotion, emotions: { [emotion]: emotion === 'neutral' ? 0 : share } }),
    ...(intent !== undefined && { intent: { playbook, version: '', intent: intent || null } }),
  }
}

export type Act = { felt: Emotion } | 'save' | 'cannot_tell' | 'skipped' | 'undo' | 'reading'

const LETTERS: Record<string, Act> = { KeyX: 'cannot_tell', KeyS: 'skipped', KeyZ: 'undo', KeyR: 'reading', Enter: 'save', NumpadEnter: 'save' }

/** What a key asks for. Letters go by their place: with the Korean keyboard S is ㄴ. */
export function actOf({ key, code }: { key: string; code: string }): Act | undefined {
  const place = '1234567890'.indexOf(key)
  const emotion = key.length === 1 ? EMOTIONS[place] : undefined
  return emotion ? { felt: emotion } : LETTERS[code]
}

export function keyOf(item: Item): string {
  return `${item.conversation} ${item.version}`
}

/** The message a key is of. */
export function placeOf(key: string): { conversation: string; version: number } {
  const [conversation = '', version] = key.split(' ')
  return { conversation, version: Number(version) }
}
