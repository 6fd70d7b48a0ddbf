import { expect, test } from 'vitest'

import { added, NOTHING_DONE, redone, toRedo, toUndo, undone } from '../src/edits/history'
import { sentenceReplaced, type StiffPlace } from '../src/features/persona/instead'
import { typingTime } from '../src/features/persona/pace'
import { personaOf, withInstead, withoutInstead, withValue } from '../src/features/persona/persona_file'
import { digestOf, unsaved } from '../src/previews/previews'
import { proposed, withParticle } from '../src/words/instead'
import { bandOf } from '../src/words/strength'

const FILE = `# 우리 상담사
name: 봄이   # 팀이 고른 이름
warmth: plain
say_instead:
  익일: 다음 날
never_say: [원래 그래요]
`

test('a persona file says who the assistant is, and the product says the rest', () => {
  const persona = personaOf(FILE)
  expect(persona).toMatchObject({ name: '봄이', warmth: 'plain', speech_level: '해요체', longest_reply: 320, never_say: ['원래 그래요'] })
  expect(persona.say_instead).toEqual([['익일', '다음 날']])
})

test('a persona may be written in Korean keys and values', () => {
  expect(personaOf('이름: 봄이\n따뜻함: 아주따뜻\n바꿔말하기: {금일: 오늘}\n')).toMatchObject({ name: '봄이', warmth: 'very_warm', say_instead: [['금일', '오늘']] })
  expect(withValue('이름: 봄이\n따뜻함: 아주따뜻\n', ['warmth'], 'plain')).toContain('따뜻함: plain')
})

test('changing one thing leaves comments and everything else as it is written', () => {
  expect(withValue(FILE, ['warmth'], 'very_warm')).toBe(FILE.replace('warmth: plain', 'warmth: very_warm'))
  expect(withValue(FILE, ['never_say'], [])).toBe(FILE.replace('never_say: [원래 그래요]\n', ''))
  expect(personaOf(withValue('', ['introduction'], '안녕하세요: 봄이예요')).introduction).toBe('안녕하세요: 봄이예요')
})

test('words go onto the list and off it again', () => {
  const more = withInstead(FILE, '금일', '오늘')
  expect(personaOf(more).say_instead).toEqual([
    ['익일', '다음 날'],
    ['금일', '오늘'],
  ])
  expect(withoutInstead(more, '금일')).toBe(FILE)
  expect(personaOf(withoutInstead(FILE, '익일')).say_instead).toEqual([])
})

const TEXT = '금일 안에 회신드릴게요.'
const PLACE: StiffPlace = { file: 'lines.yaml', line: 2, column: 5, text: TEXT, start: 0, end: 2, where: ['lines', 'safe', 'first', 0] }

test('a stiff word is mended in its own sentence and nowhere else', () => {
  const file = `safe:\n  - ${TEXT}\n  - ${TEXT}\n`
  expect(proposed(PLACE, '오늘')).toBe('오늘 안에 회신드릴게요.')
  expect(sentenceReplaced(file, PLACE, '오늘 안에 답할게요.')).toBe(`safe:\n  - 오늘 안에 답할게요.\n  - ${TEXT}\n`)
  // What YAML would read as something else is put in quotes.
  expect(sentenceReplaced(file, PLACE, '오늘: 답할게요.')).toContain('- "오늘: 답할게요."')
  // The file has moved on, or nothing is left.
  expect(sentenceReplaced('safe: []\n', PLACE, '오늘')).toBeNull()
  expect(sentenceReplaced(file, PLACE, '')).toBeNull()
})

test('a place behind letters that take two units is found', () => {
  const line = `  - "👩‍👧 ${TEXT}"\n`
  const text = `👩‍👧 ${TEXT}`
  const start = [...'👩‍👧 '].length
  const place = { ...PLACE, line: 1, column: 6 + start, text, start, end: start + 2 }
  expect(sentenceReplaced(line, place, '오늘 답할게요')).toBe('  - "오늘 답할게요"\n')
})

test('the particle behind a plain word goes with its sound', () => {
  expect(withParticle('오늘', '는 어려워요')).toBe('은 어려워요')
  expect(withParticle('전화', '으로 알려요')).toBe('로 알려요')
  expect(withParticle('서울', '으로 가요')).toBe('로 가요')
  expect(withParticle('이번', '가격은')).toBe('가격은')
  // Others may stand behind it, and the verb "to be" changes too.
  for (const [word, before, after] of [
    ['전화', '으로도 알려요', '로도 알려요'],
    ['전화', '이에요.', '예요.'],
    ['전화', '이라고 해요', '라고 해요'],
    ['전화', '이나 문자', '나 문자'],
    ['전화', '이었어요', '였어요'],
    ['연락', '와는 달라요', '과는 달라요'],
    ['연락', '였습니다', '이었습니다'],
    ['연락', '나눠요', '나눠요'],
    ['오늘', '입니다', '입니다'],
    ['오늘', '부터', '부터'],
  ] as const)
    expect(withParticle(word, before)).toBe(after)
  // A verb's plain form cannot simply be put in: the writer does it.
  expect(proposed({ ...PLACE, start: 6, end: 8 }, '답하다')).toBe(TEXT)
})

test('what was typed in one go is taken back in one go, and never over what somebody else wrote', () => {
  const step = (before: string, after: string, at: number) => ({ path: 'a', before, after, at, thing: 'name' })
  const history = added(added(NOTHING_DONE, step('ㅂ', '보', 0)), step('보', '봄', 500))
  expect(history.done).toHaveLength(1)
  expect(toUndo(history, { a: '봄' })).toMatchObject({ before: 'ㅂ' })
  expect(toUndo(history, { a: '여름' })).toBeUndefined()
  const back = undone(history)
  expect(toRedo(back, { a: 'ㅂ' })).toMatchObject({ after: '봄' })
  expect(redone(back)).toEqual(history)
  expect(added(history, step('봄', '가을', 9_000)).done).toHaveLength(2)
})

test('only what is not kept yet is laid over the draft', () => {
  const file = (path: string, text: string) => ({ path, text, revision: 1, at: '' })
  const draft = { files: [file('a', '1'), file('b', '2')] } as Parameters<typeof unsaved>[0]
  expect(unsaved(draft, { a: '1', c: '3' })).toEqual({ b: null, c: '3' })
  expect(digestOf({ a: '1', b: '2' })).toBe(digestOf({ b: '2', a: '1' }))
  const others: Record<string, string>[] = [{ a: '12' }, { a: '1', b: '2' }, { a1: '2' }, { a: '21' }]
  expect(new Set(others.map(digestOf)).size).toBe(4)
})

test('a strength falls into the column it is shown in, and typing takes as long as the customer waits', () => {
  expect([0, 0.39, 0.4, 0.59, 0.6, 1].map(bandOf)).toEqual(['slight', 'slight', 'clear', 'clear', 'strong', 'strong'])
  expect(typingTime('안녕하세요', { ms_per_character: 10, at_most_ms: 40 })).toBe(40)
})
