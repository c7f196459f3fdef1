import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sharedFixtures } from '../support/processes/shared-fixtures.ts'
import { startGateway, type GatewayProcess } from '../support/processes/start-gateway.ts'
import { temporaryFolder } from '../support/processes/temporary-folder.ts'
import { WORKSPACE_ROOT } from '../support/workspace-root.ts'

/** The largest body, in bytes: as RudderStack has it. */
const MAX_BODY_BYTES = 4 * 1024 * 1024

const AUTHORIZED = { authorization: 'Bearer dev' }
const JSON_TYPE = { 'content-type': 'application/json' }

const fixtures = sharedFixtures()
let gateway: GatewayProcess

beforeAll(async () => {
  const folder = await fixtures.use(temporaryFolder())
  gateway = await fixtures.use(startGateway({ dataDir: folder.path }))
})

const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(`${gateway.url}${path}`, init)

const mutation = (messageId: string): string =>
  `mutation { track(input: { messageId: "${messageId}", userId: "u-1", event: "E" }) { __typename } }`

/** Whether the gateway knows an event, by its messageId. */
async function isKept(messageId: string): Promise<boolean> {
  const { data } = await gateway.send(`{ event(messageId: "${messageId}") { status } }`)
  return data['event'] !== null
}

const formData = (fields: Readonly<Record<string, string>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe('a mutation that a foreign page could send without a preflight (public report R43)', () => {
  it.each<[what: string, request: (query: string) => [path: string, init: RequestInit]]>([
    ['by GET', (query) => [`/graphql?query=${encodeURIComponent(query)}`, {}]],
    [
      'by GET from the address bar',
      (query) => [`/graphql?query=${encodeURIComponent(query)}`, { headers: { accept: 'text/html' } }],
    ],
    ['as text/plain', (query) => ['/graphql', { method: 'POST', body: JSON.stringify({ query }) }]],
    ['as a form', (query) => ['/graphql', { method: 'POST', body: new URLSearchParams({ query }) }]],
    [
      'as multipart',
      (query) => ['/graphql', { method: 'POST', body: formData({ operations: JSON.stringify({ query }), map: '{}' }) }],
    ],
    ['as multipart with the query alone', (query) => ['/graphql', { method: 'POST', body: formData({ query }) }]],
  ])('%s runs nothing', async (what, request) => {
    const messageId = `r43 ${what}`
    const [path, init] = request(mutation(messageId))
    const headers = new Headers(init.headers)
    const isPage = headers.has('accept')
    headers.set('authorization', AUTHORIZED.authorization)
    const response = await ask(path, { ...init, headers })
    // The page of GraphiQL is no answer to the mutation.
    expect(Math.floor(response.status / 100)).toBe(isPage ? 2 : 4)
    expect(response.headers.get('content-type')).toContain(isPage ? 'text/html' : 'json')
    expect(await isKept(messageId)).toBe(false)
  })

  it('as application/json, with nothing else, works', async () => {
    const body = JSON.stringify({ query: mutation('r43 json') })
    const response = await ask('/graphql', { method: 'POST', headers: { ...AUTHORIZED, ...JSON_TYPE }, body })
    expect([response.status, await response.json()]).toEqual([
      200,
      { data: { track: { __typename: 'EventAccepted' } } },
    ])
    expect(await isKept('r43 json')).toBe(true)
  })
})

describe('a body', () => {
  /** An operation of exactly so many bytes. */
  const bodyOf = (messageId: string, sizeBytes: number): string => {
    const head = `{"query":${JSON.stringify(mutation(messageId))},"variables":{"filler":"`
    return `${head}${'x'.repeat(sizeBytes - head.length - 3)}"}}`
  }
  const post = (body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    ask('/graphql', { method: 'POST', headers: { ...AUTHORIZED, ...JSON_TYPE, ...headers }, body })

  it('of 4 MB is taken', async () => {
    const response = await post(bodyOf('4 MB', MAX_BODY_BYTES))
    expect(response.status).toBe(200)
    expect(await isKept('4 MB')).toBe(true)
  })

  it('of one byte more is 413, and runs nothing', async () => {
    const response = await post(bodyOf('4 MB and one', MAX_BODY_BYTES + 1))
    expect(response.status).toBe(413)
    expect(await isKept('4 MB and one')).toBe(false)
  })

  it('that is too large and comes in pieces, without its length, is 413 too', async () => {
    const body = new Blob([bodyOf('4 MB in pieces', MAX_BODY_BYTES + 1)]).stream()
    const init = { method: 'POST', headers: { ...AUTHORIZED, ...JSON_TYPE }, body, duplex: 'half' }
    expect((await ask('/graphql', init)).status).toBe(413)
    expect(await isKept('4 MB in pieces')).toBe(false)
  })
})

describe('the key', () => {
  it.each<[what: string, headers: Readonly<Record<string, string>>, status: number]>([
    ['none', {}, 401],
    ['of nobody', { authorization: 'Bearer wrong' }, 401],
    ['of nobody, as Basic', { authorization: `Basic ${btoa('wrong:')}` }, 401],
    ['that is right, as Bearer', { authorization: 'Bearer dev' }, 200],
    ['that is right, as RudderStack sends it', { authorization: `Basic ${btoa('dev:')}` }, 200],
  ])('%s', async (what, headers, status) => {
    const messageId = `key ${what}`
    const body = JSON.stringify({ query: mutation(messageId) })
    const response = await ask('/graphql', { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body })
    expect(response.status).toBe(status)
    expect(await isKept(messageId)).toBe(status === 200)
  })
})

describe('a path', () => {
  it.each<[path: string, answer: object]>([
    ['/health/ready', { status: 'ready' }],
    ['/health/live', { status: 'live' }],
  ])('%s needs no key', async (path, answer) => {
    const response = await ask(path)
    expect([response.status, await response.json()]).toEqual([200, answer])
  })

  it('/health needs no key, and tells how the account stands', async () => {
    const response = await ask('/health')
    expect(await response.json()).toMatchObject({ status: 'ready', accounts: [{ account: 'sandbox', isHolder: true }] })
  })

  it('/schema.graphql is the committed file', async () => {
    const response = await ask('/schema.graphql')
    const committed = await readFile(join(WORKSPACE_ROOT, 'packages/gateway/schema.graphql'), 'utf8')
    expect(await response.text()).toBe(committed)
  })

  it('that is none is 404', async () => {
    expect((await ask('/nothing')).status).toBe(404)
  })
})
