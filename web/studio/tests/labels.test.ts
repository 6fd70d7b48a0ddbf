import { expect, test } from 'vitest'

import { asked } from '../src/features/labels/asked'
import { actOf, felt, labelOf, NOTHING } from '../src/features/labels/label'
import { EMOTIONS } from '../src/words/feelings'

const key = (typed: string, code = '') => actOf({ key: typed, code })

test('every feeling has a digit, and letters go by their place, whatever the keyboard writes', () => {
  expect([...'1234567890'].map((each) => key(each))).toEqual(EMOTIONS.map((emotion) => ({ felt: emotion })))
  expect([key('ㄴ', 'KeyS'), key('s', 'KeyS'), key('ㅋ', 'KeyZ'), key('Enter', 'Enter')]).toEqual(['skipped', 'skipped', 'undo', 'save'])
  expect([key('F1', 'F1'), key('12'), key('a', 'KeyA'), key('Tab', 'Tab')]).toEqual([undefined, undefined, undefined, undefined])
})

test('the same digit again makes a feeling stronger, and another begins anew', () => {
  let said = felt(NOTHING, 'anger')
  const bands = [said.strength]
  for (let n = 0; n < 3; n++) bands.push((said = felt(said, 'anger')).strength)
  expect(bands).toEqual(['clear', 'strong', 'slight', 'clear'])
  expect(felt(felt(said, 'anger'), 'sadness').strength).toBe('clear')
})

test('a label has strengths of three as in the spreadsheet, and none where nobody is moved', () => {
  expect(labelOf(felt(NOTHING, 'anxiety'), 'parcel')).toEqual({ verdict: 'labelled', flags: [], emotion: 'anxiety', emotions: { anxiety: 0.6667 } })
  expect(labelOf(felt(NOTHING, 'neutral'), 'parcel')?.emotions).toEqual({ neutral: 0 })
})

test('an intent alone is a label, also that none fits; nothing at all is none', () => {
  const intent = (said: string) => labelOf({ ...NOTHING, intent: said }, 'parcel')?.intent
  expect([intent('late'), intent('')]).toEqual([
    { playbook: 'parcel', version: '', intent: 'late' },
    { playbook: 'parcel', version: '', intent: null },
  ])
  expect(labelOf(NOTHING, 'parcel')).toBeUndefined()
})

test('an address asks for a reason there is', () => {
  expect([asked({ reason: 'unsure' }), asked({ reason: 'because' }), asked({})]).toEqual([{ reason: 'unsure' }, {}, {}])
})
