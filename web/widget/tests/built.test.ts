import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import openapi, { astToString } from 'openapi-typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'

const HERE = join(import.meta.dirname, '..')
/** Loader and widget together, packed, in bytes. */
const AT_MOST = 20_000
let built: string

beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'dajeong-widget-'))
  for (const config of ['vite.config.ts', 'vite.loader.config.ts'])
    execFileSync(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--outDir', built, '--emptyOutDir', 'false', '--logLevel', 'error'],
      { cwd: HERE, env: { ...process.env, NODE_ENV: 'production' } },
    )
}, 120_000)

afterAll(() => rmSync(built, { recursive: true, force: true }))

function packed(name: string): number {
  return gzipSync(readFileSync(join(built, name)), { level: 9 }).length
}

test.each(['ko', 'en'])('loader and widget are small: %s', (language) => {
  const page = readFileSync(join(built, `frame.${language}.html`), 'utf8')
  const linked = [...page.matchAll(/(?:src|href)="\/widget\/files\/([^"]+)"/g)].map((match) => match[1] as string)
  const imported = linked
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => [...readFileSync(join(built, name), 'utf8').matchAll(/"?'?`?\.\/([\w.-]+\.js)/g)])
    .map((match) => `assets/${match[1]}`)
  const files = new Set(['loader.js', `frame.${language}.html`, ...linked, ...imported])
  expect([...files].filter((name) => name.endsWith('.js')).length).toBeGreaterThanOrEqual(3)
  const size = [...files].reduce((sum, name) => sum + packed(name), 0)
  console.info(`loader and widget (${language}), packed: ${size} bytes`)
  expect(size).toBeLessThanOrEqual(AT_MOST)
})

test('nothing built reaches for another host', () => {
  const texts = [...readdirSync(built), ...readdirSync(join(built, 'assets')).map((name) => `assets/${name}`)]
    .filter((name) => /\.(js|css|html)$/.test(name))
    .map((name) => readFileSync(join(built, name), 'utf8'))
  const hosts = texts.flatMap((text) => text.match(/(?:https?:)?\/\/[a-z0-9-]+\.[a-z]{2,}/gi) ?? [])
  expect(hosts.filter((host) => !host.includes('www.w3.org'))).toEqual([])
})

test('the types are those of the described API', async () => {
  const shared = join(HERE, '../shared')
  const types = astToString(await openapi(new URL(`file://${join(shared, 'openapi.json')}`)))
  expect(readFileSync(join(shared, 'api.generated.ts'), 'utf8')).toContain(types.trim())
})
