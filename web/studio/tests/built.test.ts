import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, expect, test } from 'vitest'

/** What Home needs before it can be read, packed, in bytes. */
const AT_MOST = 250_000
const HERE = join(import.meta.dirname, '..')
let built: string

interface Piece {
  file: string
  css?: string[]
  imports?: string[]
  dynamicImports?: string[]
}

beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'dajeong-studio-'))
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', built, '--logLevel', 'error'],
    { cwd: HERE, env: { ...process.env, NODE_ENV: 'production' } },
  )
}, 180_000)

afterAll(() => rmSync(built, { recursive: true, force: true }))

function needed(pieces: Record<string, Piece>, name: string, found = new Set<string>()): Set<string> {
  const piece = pieces[name] as Piece
  found.add(piece.file)
  for (const style of piece.css ?? []) found.add(style)
  for (const other of piece.imports ?? []) if (!found.has((pieces[other] as Piece).file)) needed(pieces, other, found)
  return found
}

test('Home after signing in is light, and charts come later', () => {
  const pieces = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Record<string, Piece>
  const files = new Set(['index.html'])
  needed(pieces, 'index.html', files)
  needed(pieces, 'src/features/home/home.tsx', files)
  const size = [...files].reduce((sum, name) => sum + gzipSync(readFileSync(join(built, name)), { level: 9 }).length, 0)
  console.info(`Home, packed: ${size} bytes`)
  expect(size).toBeLessThanOrEqual(AT_MOST)
  const charts = (pieces['src/features/home/week_chart.tsx'] as Piece).file
  expect(files.has(charts)).toBe(false)
  expect([...files].some((name) => name.endsWith('.js') && readFileSync(join(built, name), 'utf8').includes('echarts'))).toBe(false)
})

test('nothing built loads from another host', () => {
  const texts = readdirSync(built, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(css|html)$/.test(name))
    .map((name) => readFileSync(join(built, name), 'utf8'))
  const hosts = texts.flatMap((text) => text.match(/(?:https?:)?\/\/[a-z0-9-]+\.[a-z]{2,}/gi) ?? [])
  expect(hosts.filter((host) => !host.includes('www.w3.org'))).toEqual([])
})
