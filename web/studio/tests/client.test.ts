import { afterEach, expect, test, vi } from 'vitest'

const PAGE = 'http://studio.test/'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

async function clientWith(answers: (request: Request) => Response) {
  const asked: { method: string; token: string | null; body: string }[] = []
  vi.stubGlobal('fetch', async (input: Request | URL) => {
    const request = input instanceof Request ? input : new Request(input)
    asked.push({ method: request.method, token: request.headers.get('X-CSRF-Token'), body: await request.clone().text() })
    return answers(request)
  })
  const RealRequest = Request
  vi.stubGlobal(
    'Request',
    class extends RealRequest {
      constructor(input: RequestInfo | URL, init?: RequestInit) {
        super(typeof input === 'string' ? new URL(input, PAGE) : input, init)
      }
    },
  )
  const client = await import('../src/api/client')
  client.keepCsrf('old')
  return { api: client.api, asked }
}

const stale = () => Response.json({ code: 'not_from_our_page' }, { status: 403 })

test('a token that another tab made stale is fetched again, and the call repeated once with its body', async () => {
  const { api, asked } = await clientWith((request) => {
    if (request.method === 'GET') return Response.json({ person: null, csrf: 'new' })
    return request.headers.get('X-CSRF-Token') === 'new' ? Response.json({ person: null, csrf: 'new' }) : stale()
  })
  await api.POST('/api/session', { body: { name: 'sora', password: 'a long one' } })
  expect(asked.map((each) => [each.method, each.token])).toEqual([
    ['POST', 'old'],
    ['GET', null],
    ['POST', 'new'],
  ])
  expect(asked[2]?.body).toBe(asked[0]?.body)
  expect(asked[2]?.body).toContain('sora')
})

test('a call that is refused again is told, not tried for ever', async () => {
  const { api, asked } = await clientWith((request) =>
    request.method === 'GET' ? Response.json({ person: null, csrf: 'new' }) : stale(),
  )
  await expect(api.POST('/api/session', { body: { name: 'sora', password: 'x' } })).rejects.toMatchObject({
    status: 403,
  })
  expect(asked).toHaveLength(3)
})
