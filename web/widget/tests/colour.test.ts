import { expect, test } from 'vitest'

import { READABLE, brand, contrast, parse, readableOn } from '../shared/colour'

test('whatever colour a site asks for, the words on it can be read', () => {
  for (let r = 0; r <= 255; r += 51)
    for (let g = 0; g <= 255; g += 51)
      for (let b = 0; b <= 255; b += 51) {
        const { ground, ink, rgb } = brand(`#${[r, g, b].map((x) => x.toString(16).padStart(2, '0')).join('')}`)
        expect(contrast(parse(ground)!, parse(ink)!)).toBeGreaterThanOrEqual(READABLE)
        for (const paper of ['#eee7da', '#fffdf9', '#2a312e', '#191d1c'])
          expect(contrast(readableOn(rgb, parse(paper)!), parse(paper)!)).toBeGreaterThanOrEqual(READABLE)
      }
})

test('what is no colour becomes our own', () => {
  for (const asked of [null, '', 'red;}', '#12', 'url(x)']) expect(brand(asked).ground).toBe('#1f6b5c')
  expect(brand('#abc').ground).toBe(brand('#aabbcc').ground)
})

test('contrast is that of the standard', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2)
})
