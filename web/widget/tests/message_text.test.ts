import { expect, test } from 'vitest'

import { lengthOf, parts } from '../app/chat/message_text'

test('only http and https addresses become links', () => {
  const text = 'javascript:alert(1) data:text/html,x ftp://a.example http://a.example/b?c=1#d'
  expect(parts(text).filter((part) => part.href)).toEqual([
    { text: 'http://a.example/b?c=1#d', href: 'http://a.example/b?c=1#d' },
  ])
})

test('what ends the sentence, and the Korean particle behind an address, do not belong to it', () => {
  expect(parts('(https://a.example/길).').map((part) => part.href)).toEqual([undefined, 'https://a.example/', undefined])
  expect(parts('https://a.example/x에서 보세요!').map((part) => part.text)).toEqual(['https://a.example/x', '에서 보세요!'])
})

test('nothing of a text is lost when it is cut into parts', () => {
  for (const text of ['', '그냥 말', '<b>굵게</b> https://a.example', 'http://', 'https://a.example, https://b.example.'])
    expect(parts(text).map((part) => part.text).join('')).toBe(text)
})

test('an emoji counts as the server counts it', () => {
  expect(lengthOf('  😀가  ')).toBe(2)
})
