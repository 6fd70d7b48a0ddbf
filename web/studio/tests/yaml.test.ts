import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { isCollection, isMap, isScalar } from 'yaml'

import { find, get, parse, type Path, pathAt, place, plain, type Plain, written, type Keyed, type Written } from '../src/yaml/document'
import { CannotEdit, deleteIn, insertIn, moveIn, renameIn, setIn } from '../src/yaml/edit'

const ROOT = join(import.meta.dirname, '../../..')
const EXAMPLES = readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ya?ml$/.test(name))
  // A file of stories holds several documents: each is read on its own.
  .flatMap((name) => readFileSync(join(ROOT, 'examples', name), 'utf8').split(/^---\n/m).map((text) => ({ name, text })))

interface Case {
  name: string
  text: string
  value?: Plain
  rule?: string
  line?: number
  // Where the editor sees it, when that is not where the server does.
  editor_line?: number
}
const CASES = JSON.parse(readFileSync(join(ROOT, 'tests/playbook/parse_cases.json'), 'utf8')) as Case[]

test.each(CASES)('the editors read as the server does: $name', ({ text, value, rule, line, editor_line }) => {
  const yaml = parse(text)
  if (rule !== undefined) {
    expect(yaml.slips[0]).toMatchObject({ rule, line: editor_line ?? line })
    expect(() => setIn(text, ['a'], 1)).toThrow(CannotEdit)
  } else {
    expect(yaml.slips).toEqual([])
    expect(plain(yaml.document.contents as Written)).toEqual(value)
  }
})

function paths(node: Written | undefined, here: Path = []): [Path, Written][] {
  if (!isCollection(node)) return []
  const inner: [Path, Written][] = isMap(node)
    ? (node.items as Keyed[]).map((pair) => [[...here, written(pair.key)], pair.value])
    : node.items.map((item, at) => [[...here, at], item as Written])
  return inner.flatMap((each) => [each, ...paths(each[1], each[0])])
}

function changedLines(before: string, after: string): [number, number] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < old.length && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < old.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  return [head + 1, old.length - tail]
}

test('every example is found, and stays byte for byte when nothing is changed', () => {
  expect(EXAMPLES.length).toBeGreaterThan(60)
  for (const { text } of EXAMPLES) {
    const all = paths(parse(text).document.contents as Written)
    const some = all.filter((_, at) => at % 7 === 0)
    for (const [path] of some) expect(setIn(text, path, get(parse(text), path) as Plain)).toBe(text)
  }
})

test('changing one value of an example changes only its lines, and nothing else is read differently', () => {
  for (const { name, text } of EXAMPLES) {
    const all = paths(parse(text).document.contents as Written).filter(([, node]) => isScalar(node))
    for (const [path, node] of all.filter((_, at) => at % 19 === 0)) {
      const value = '새 말: {item}이(가), #1 “끝”'
      const after = setIn(text, path, value)
      const lines = text.slice(0, node?.range?.[1]).split('\n').length
      const [from, to] = changedLines(text, after)
      expect([from, to].every((line) => Math.abs(line - lines) <= 3), `${name} ${path.join('.')}`).toBe(true)
      expect(get(parse(after), path)).toBe(value)
      expect(without(get(parse(after)) as Plain, path)).toEqual(without(get(parse(text)) as Plain, path))
    }
  }
})

test('a quote left open is found where it was opened, however far below it is noticed', () => {
  const late = EXAMPLES.find(({ name }) => name.endsWith('scenarios/late_parcel.yaml'))?.text ?? ''
  expect(parse(late.replace('title: 늦어지는', 'title: "늦어지는')).slips[0]).toMatchObject({ rule: 'yaml_quote', line: 1 })
})

function without(value: Plain, path: Path): Plain {
  const copy = structuredClone(value) as Record<string, Plain>
  let here = copy
  for (const step of path.slice(0, -1)) here = here[step] as Record<string, Plain>
  here[path.at(-1) as string] = null
  return copy
}

test('taking away any key or item of an example takes only that, comments of the others stay', () => {
  for (const { name, text } of EXAMPLES.filter((_, at) => at % 3 === 0)) {
    const all = paths(parse(text).document.contents as Written)
    for (const [path] of all.filter((_, at) => at % 17 === 0)) {
      const after = deleteIn(text, path)
      expect(parse(after).slips, `${name} ${path.join('.')}`).toEqual([])
      const copy = structuredClone(get(parse(text)) as Plain) as Record<string, Plain>
      let here = copy
      for (const step of path.slice(0, -1)) here = here[step] as Record<string, Plain>
      if (Array.isArray(here)) here.splice(path.at(-1) as number, 1)
      else delete here[path.at(-1) as string]
      expect(get(parse(after)), `${name} ${path.join('.')}`).toEqual(copy)
    }
  }
})

const SCENE = `# 머리말
title: 늦은 배송   # 보이는 이름
steps:
  # 먼저 번호를 묻는다
  - ask: order_number
    id: ask   # 이름
    say: "번호를 알려 주시겠어요?"

  # 찾는다
  - call: find_order
    id: find
    with: {order_number: order_number}

  - branch:
      - if: {find_order.found: false}
        then: ask
      - else: done
    id: which
  - end: true
    id: done
# 끝
`

test('an edit at a path keeps quotes, comments and order', () => {
  expect(setIn(SCENE, ['title'], '늦는 배송')).toBe(SCENE.replace('늦은 배송', '늦는 배송'))
  expect(setIn(SCENE, ['steps', 0, 'say'], '“번호” 주세요')).toContain('    say: "“번호” 주세요"\n')
  expect(setIn(SCENE, ['steps', 1, 'with', 'name'], 'customer')).toContain('with: {order_number: order_number, name: customer}')
  expect(setIn(SCENE, ['steps', 2, 'branch', 0, 'if'], { 'find_order.days_late': { at_least: 3 } })).toContain(
    '      - if: {find_order.days_late: {at_least: 3}}\n        then: ask\n',
  )
})

test('words for the first, second and third time grow below their key and shrink again', () => {
  const more = setIn(SCENE, ['steps', 0, 'say'], { first: ['번호를 알려 주시겠어요?'], second: ['번호를 적어 주시겠어요?', '번호가 어떻게 되세요, 혹시?'] })
  expect(more).toContain(`    say:
      first: [번호를 알려 주시겠어요?]
      second: [번호를 적어 주시겠어요?, "번호가 어떻게 되세요, 혹시?"]

  # 찾는다`)
  const third = setIn(more, ['steps', 0, 'say', 'third'], ['셋째'])
  expect(third).toContain('혹시?"]\n      third: [셋째]\n\n  # 찾는다')
  expect(setIn(third, ['steps', 0, 'say'], '한마디')).toBe(SCENE.replace('"번호를 알려 주시겠어요?"', '한마디'))
})

test('a step is put in, moved and taken out with its comments', () => {
  const step = { say: '잠시만요.', id: 'wait' }
  const put = insertIn(SCENE, ['steps'], 1, step, { inLines: true })
  expect(put).toBe(SCENE.replace('시겠어요?"\n', '시겠어요?"\n  - say: 잠시만요.\n    id: wait\n'))
  expect(deleteIn(put, ['steps', 1])).toBe(SCENE)
  expect(insertIn(SCENE, ['steps'], 0, step, { inLines: true })).toContain('steps:\n  - say: 잠시만요.\n    id: wait\n  # 먼저 번호를 묻는다\n')
  expect(insertIn(SCENE, ['steps'], 4, step, { inLines: true })).toContain('    id: done\n  - say: 잠시만요.\n    id: wait\n# 끝\n')
  const moved = moveIn(SCENE, ['steps'], 1, 3)
  expect((get(parse(moved), ['steps']) as { id: string }[]).map((each) => each.id)).toEqual(['ask', 'which', 'done', 'find'])
  expect(moved).toContain('  # 찾는다\n  - call: find_order\n')
  expect(get(parse(moveIn(moved, ['steps'], 3, 1)))).toEqual(get(parse(SCENE)))
  expect(deleteIn(SCENE, ['steps', 1])).not.toContain('# 찾는다')
})

test('new keys of a step stand where steps have them', () => {
  const order = ['ask', 'id', 'say', 'again', 'then']
  expect(setIn(SCENE, ['steps', 0, 'then'], 'find', { order })).toContain('시겠어요?"\n    then: find\n')
  expect(setIn(SCENE, ['steps', 0, 'again'], '다시 알려 주세요.', { order })).toContain('시겠어요?"\n    again: 다시 알려 주세요.\n')
  expect(setIn(SCENE, ['steps', 3, 'say'], '끝이에요.', { order: ['end', 'say', 'id'] })).toContain('- end: true\n    say: 끝이에요.\n    id: done\n')
})

test('the first key behind a dash can go, be renamed and be changed', () => {
  expect(deleteIn(SCENE, ['steps', 1, 'call'])).toContain('  - id: find\n    with:')
  expect(renameIn(SCENE, ['steps', 1, 'call'], 'go')).toContain('  - go: find_order\n')
  expect(setIn(SCENE, ['steps', 3, 'end'], '고마워요.')).toContain('  - end: 고마워요.\n')
})

test('a file in Korean keys is edited in Korean keys', () => {
  const text = '제목: 주문\n단계:\n  - 묻기: order_number\n    이름표: ask\n    말: 번호요?\n'
  expect(setIn(text, ['steps', 0, 'say'], '번호를요?')).toBe(text.replace('번호요?', '번호를요?'))
  expect(setIn(text, ['steps', 0, 'then'], 'done')).toBe(`${text}    다음: done\n`)
  expect(insertIn(text, ['steps'], 1, { end: true, id: 'done' }, { inLines: true })).toBe(`${text}  - 끝: true\n    이름표: done\n`)
})

test('windows line breaks and a missing last line break stay as they are', () => {
  expect(setIn('a:\r\n  - x: 1\r\n', ['a', 0, 'y'], 2)).toBe('a:\r\n  - x: 1\r\n    y: 2\r\n')
  expect(insertIn('a:\n  - x', ['a'], 1, 'y')).toBe('a:\n  - x\n  - y\n')
  expect(setIn('', ['a', 'b'], 1)).toBe('a: {b: 1}\n')
})

test.each(['no', 'null', '1_000', '1.5', ' vor', 'a: b', 'a #b', '{x}', '[x', '- x', '*x', '&x', '!x', '%x', '@x', '`x', "'", '"', ':', '?', '~', '', 'a\nb', 'a\n\n  b\n', '끝:', '가, 나', '2026-11-24', '\ttab', 'é\u0001', '---', '0x10', '=', '<<', '\\n'])(
  'any words come back as they were given: %j',
  (said) => {
    for (const text of [setIn('a: 1\nb: {c: 1}\n', ['a'], said), setIn('a: 1\nb: {c: 1}\n', ['b', 'c'], said), insertIn('a:\n  - x\n', ['a'], 0, said), setIn('a: 1\nb: {c: 1}\n', ['b'], { k: [said] })]) {
      const yaml = parse(text)
      expect(yaml.slips, text).toEqual([])
      expect(JSON.stringify(get(yaml))).toContain(JSON.stringify(said))
    }
  },
)

test('a value is found by its place in the text, and its place by its path', () => {
  const yaml = parse(SCENE)
  expect(place(yaml, ['steps', 1, 'with', 'order_number']).line).toBe(12)
  expect(place(yaml, ['steps', 0, 'say', 'first', 0]).line).toBe(7)
  expect(pathAt(yaml, SCENE.indexOf('find_order.found'))).toEqual(['steps', 2, 'branch', 0, 'if', 'find_order.found'])
  expect(find(yaml, ['steps', 9])).toBeUndefined()
})

test.each(['a: [하나, 둘]\n', 'a:\n  - 하나 # 첫째\n  # 다음\n  - 둘\n# 끝\n', 'b: 1\na:\n- 하나\n- 둘', 'a:\r\n  - 하나\r\n  - 둘\r\n'])(
  'texts put in at once stand as if put in one by one: %j',
  (text) => {
    const come = ['셋', '넷: 다섯', '- 여섯', '두 줄\n일곱']
    for (const at of [0, 1, 2]) {
      const old = ['하나', '둘']
      const whole = setIn(text, ['a'], [...old.slice(0, at), ...come, ...old.slice(at)])
      expect(whole).toBe(come.reduce((now, each, n) => insertIn(now, ['a'], at + n, each), text))
      expect(get(parse(whole), ['a'])).toEqual([...old.slice(0, at), ...come, ...old.slice(at)])
    }
  },
)
