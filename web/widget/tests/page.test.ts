import { expect, test } from 'vitest'

import { trustedOrigin } from '../app/page'
import { heardByFrame, heardByPage } from '../shared/protocol'

const SHOP = 'https://shop.example'

test('the page must be who the address says it is', () => {
  expect(trustedOrigin({ given: SHOP, ancestor: SHOP, referrer: '' })).toBe(SHOP)
  expect(trustedOrigin({ given: SHOP, ancestor: null, referrer: `${SHOP}/cart?x=1` })).toBe(SHOP)
  expect(trustedOrigin({ given: SHOP, ancestor: 'https://other.example', referrer: `${SHOP}/` })).toBeNull()
  expect(trustedOrigin({ given: SHOP, ancestor: null, referrer: 'https://other.example/' })).toBeNull()
})

test('an address without a page, or with something that is none, is not trusted', () => {
  for (const given of [null, '', '*', 'null', 'javascript:alert(1)', 'file:///a'])
    expect(trustedOrigin({ given, ancestor: null, referrer: '' })).toBeNull()
})

test('words from another window or origin are not heard', () => {
  const window = {} as MessageEventSource
  const from = { source: window, origin: SHOP }
  const data = { dajeong: 1, type: 'opened' }
  expect(heardByFrame({ data, origin: SHOP, source: window }, from)).toEqual(data)
  expect(heardByFrame({ data, origin: 'https://other.example', source: window }, from)).toBeNull()
  expect(heardByFrame({ data, origin: SHOP, source: {} as MessageEventSource }, from)).toBeNull()
})

test('words of an unknown form are not heard', () => {
  const window = {} as MessageEventSource
  const from = { source: window, origin: SHOP }
  for (const data of [null, 'opened', { type: 'opened' }, { dajeong: 1, type: 'obey' }, { dajeong: 1, type: 'write', text: 3 }])
    expect(heardByFrame({ data, origin: SHOP, source: window }, from)).toBeNull()
  for (const data of [{ dajeong: 1, type: 'unread', count: '<b>' }, { dajeong: 1, type: 'opened' }])
    expect(heardByPage({ data, origin: SHOP, source: window }, from)).toBeNull()
})
