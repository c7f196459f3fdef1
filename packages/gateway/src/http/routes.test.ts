import { gunzipSync } from 'node:zlib'
import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../schema/index.ts'
import { createGraphiQL } from './graphiql.ts'
import { GRAPHIQL_TABS } from './graphiql-tabs.ts'
import type { Readiness } from './health.ts'
import { createRoutes, route } from './routes.ts'

const html = { accept: 'text/html,application/xhtml+xml' }

const ask = async (path: string, init: RequestInit = {}, readiness: Readiness = 'ready'): Promise<Response> =>
  route(
    createRoutes({
      graphql: () => new Response('graphql'),
      graphiql: () => new Response('page'),
      schema,
      readiness: async () => readiness,
      accounts: () => [{ account: 'shop' }],
    }),
    new Request(`http://gateway${path}`, init),
  )

describe('a path', () => {
  it.each<[request: string, headers: Record<string, string>, status: number, body: string]>([
    ['POST /graphql', {}, 200, 'graphql'],
    ['POST /graphql', html, 200, 'graphql'],
    ['GET /graphql?query={a}', {}, 200, 'graphql'],
    ['GET /graphql', html, 200, 'page'],
    ['GET /graphql/', html, 200, 'page'],
    ['GET /health', {}, 200, '"ready"'],
    ['GET /health', {}, 200, '"accounts":[{"account":"shop"}]'],
    ['GET /health/ready', {}, 200, '"ready"'],
    ['GET /health/live', {}, 200, '"live"'],
    ['GET /', {}, 200, '/graphql'],
    ['GET /', html, 302, ''],
    ['POST /health', {}, 405, 'GET'],
    ['GET /nothing', {}, 404, '/schema.graphql'],
    ['GET /__proto__', {}, 404, ''],
  ])('%s with %j is %i', async (request, headers, status, body) => {
    const [method = '', path = ''] = request.split(' ')
    const response = await ask(path, { method, headers })
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(body)
  })

  it('/schema.graphql gives the whole schema', async () => {
    const response = await ask('/schema.graphql')
    expect(Object.keys(buildSchema(await response.text()).getTypeMap()).toSorted()).toEqual(
      Object.keys(schema.getTypeMap()).toSorted(),
    )
  })

  it.each<Readiness>(['stopping', 'outbox unavailable'])(
    '/health/ready is 503 when %s, and the process is live',
    async (readiness) => {
      const response = await ask('/health/ready', {}, readiness)
      expect(response.status).toBe(503)
      expect(response.headers.get('retry-after')).not.toBeNull()
      expect((await ask('/health/live', {}, readiness)).status).toBe(200)
    },
  )
})

describe('GraphiQL', () => {
  it('has one named tab for each mutation, one for the status and one dry run, and each is valid', () => {
    const names = GRAPHIQL_TABS.map(({ query }) => {
      const document = parse(query)
      expect(validate(schema, document)).toEqual([])
      const [operation] = document.definitions
      return operation?.kind === 'OperationDefinition' ? operation.name?.value : undefined
    })
    expect(names).toEqual(['Identify', 'Track', 'Group', 'Screen', 'Batch', 'EventStatus', 'Plan'])
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {})
    expect(names.map((name) => name?.toLowerCase())).toEqual(expect.arrayContaining(mutations))
  })

  it('is one page that a browser keeps and that may call nobody but the gateway', async () => {
    const graphiql = createGraphiQL('dev')
    const first = await graphiql(new Request('http://gateway/graphql', { headers: { 'accept-encoding': 'gzip, br' } }))
    expect(first.headers.get('content-encoding')).toBe('gzip')
    expect(first.headers.get('content-security-policy')).toContain("connect-src 'self'")
    const page = gunzipSync(await first.arrayBuffer()).toString()
    expect(page).toContain('Bearer dev')
    const etag = first.headers.get('etag') ?? ''
    const second = await graphiql(new Request('http://gateway/graphql', { headers: { 'if-none-match': etag } }))
    expect(second.status).toBe(304)

    const external = [...page.slice(0, page.indexOf('<script>')).matchAll(/(?:src|href)="(?!data:)([^"]*)"/g)]
    expect(external).toEqual([])
  })

  it('fills in no key where there is no demo key', async () => {
    const page = await (await createGraphiQL(undefined)(new Request('http://gateway/graphql'))).text()
    expect(page).toContain('Bearer YOUR_WRITE_KEY')
  })
})
