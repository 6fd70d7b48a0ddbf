import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

import { expect, test } from 'vitest'

const SOURCE = join(import.meta.dirname, '..', 'src')

/** The classes at which a file's selectors begin, where nothing narrows them: `.steps li`, not `.steps.open li`. */
function begun(css: string): Set<string> {
  const rules = css.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{};]+)\{/g)
  const selectors = [...rules].flatMap((rule) => (rule[1] as string).split(','))
  return new Set(selectors.flatMap((each) => /^\s*\.([\w-]+)(?=\s|$|::)/.exec(each)?.[1] ?? []))
}

test('what one page wears changes no other page that is opened after it', () => {
  // Styles stay once they have come, so a class belongs to one feature, or to all of them.
  const owners = new Map<string, Set<string>>()
  for (const name of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.css'))) {
    const [room, feature] = name.split(sep) as [string, string]
    const owner = room === 'features' ? feature : room
    for (const each of begun(readFileSync(join(SOURCE, name), 'utf8')))
      owners.set(each, (owners.get(each) ?? new Set()).add(owner))
  }
  const shared = [...owners].filter(([, rooms]) => rooms.size > 1).map(([each, rooms]) => `${each}: ${[...rooms].join(', ')}`)
  expect(shared).toEqual([])
})
