import { expect, test } from 'vitest'

import { Memory, pageStorage, type Store } from '../app/chat/memory'

test('a conversation is remembered for its playbook and customer alone', () => {
  const store = pageStorage()
  new Memory(store, 'parcel', 'kim').key = { conversation: 'c', token: 't' }
  expect(new Memory(store, 'parcel', 'kim').key).toEqual({ conversation: 'c', token: 't' })
  expect(new Memory(store, 'parcel', 'lee').key).toBeNull()
  expect(new Memory(store, 'telecom', 'kim').key).toBeNull()
})

test('what somebody else wrote into the storage does not break the chat', () => {
  const store = pageStorage()
  for (const broken of ['{', '"text"', '{"conversation": 1}', 'null']) {
    store.setItem('dajeong:parcel::key', broken)
    store.setItem('dajeong:parcel::draft', broken)
    expect(new Memory(store, 'parcel').key).toBeNull()
    expect(typeof new Memory(store, 'parcel').draft).toBe('string')
  }
})

test('a storage that is full or blocked does not break the chat', () => {
  const blocked: Store = { ...pageStorage(), length: 0, setItem: () => { throw new DOMException('full') } }
  const memory = new Memory(blocked, 'parcel')
  memory.draft = '아직 쓰는 중'
  expect(memory.draft).toBe('')
})
