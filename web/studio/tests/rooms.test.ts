import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

import { expect, test } from 'vitest'

const SOURCE = join(import.meta.dirname, '..', 'src')
/** The two that know every page: which address leads where, and the menu. */
const KNOW_ALL = ['frame/router.tsx', 'frame/frame.tsx']

interface Import {
  from: string
  to: string
}

/** Who imports whom: files by their way from `src`, without an ending what is imported. */
function imports(): Import[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((each) => /\.tsx?$/.test(each))
  return files.flatMap((file) => {
    const said = readFileSync(join(SOURCE, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)
    return [...said].map((each) => ({
      from: file.split(sep).join('/'),
      to: join(dirname(file), each[1] as string).split(sep).join('/'),
    }))
  })
}

const feature = (path: string) => /^features\/([^/]+)\//.exec(path)?.[1]

test('what the pages share knows none of them', () => {
  const up = imports().filter(({ from, to }) => from.includes('/') && !from.startsWith('features/') && to.startsWith('features/'))
  expect(up.filter(({ from }) => !KNOW_ALL.includes(from)).map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
})

test('pages that use one another form no circle', () => {
  const uses = new Map<string, Set<string>>()
  for (const { from, to } of imports()) {
    const [one, other] = [feature(from), feature(to)]
    if (one && other && one !== other) uses.set(one, (uses.get(one) ?? new Set()).add(other))
  }
  const circles: string[] = []
  const walk = (way: readonly string[]) => {
    for (const next of uses.get(way.at(-1) as string) ?? []) {
      if (next === way[0]) circles.push([...way, next].join(' -> '))
      else if (!way.includes(next)) walk([...way, next])
    }
  }
  for (const each of uses.keys()) walk([each])
  expect(circles).toEqual([])
})
