import { printSchema, type GraphQLSchema } from 'graphql'
import { health, live, ready, type Readiness } from './health.ts'
import { jsonResponse } from './json-response.ts'

/** Answers the requests of one path. */
export type Handler = (request: Request) => Response | Promise<Response>

/** What the paths lead to. */
export interface RouteTargets {
  readonly graphql: Handler
  readonly graphiql: Handler
  readonly schema: GraphQLSchema
  readonly readiness: () => Promise<Readiness>
  /** How the delivery of each account stands. */
  readonly accounts: () => readonly object[]
}

/** Every path of the gateway. A page of its own at `/` and the HTTP API of RudderStack are further rows. */
export function createRoutes({
  graphql,
  graphiql,
  schema,
  readiness,
  accounts,
}: RouteTargets): ReadonlyMap<string, Handler> {
  const sdl = `${printSchema(schema)}\n`
  return new Map<string, Handler>([
    ['/graphql', (request) => (wantsPage(request) ? graphiql(request) : graphql(request))],
    [
      '/schema.graphql',
      readOnly(() => new Response(sdl, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })),
    ],
    ['/health', readOnly(async () => health(await readiness(), accounts()))],
    ['/health/live', readOnly(live)],
    ['/health/ready', readOnly(async () => ready(await readiness()))],
    ['/', readOnly(index)],
  ])
}

/** Answers a request by its path. */
export function route(routes: ReadonlyMap<string, Handler>, request: Request): Response | Promise<Response> {
  const pathname = URL.parse(request.url)?.pathname
  if (pathname === undefined)
    return jsonResponse({ error: 'The address is not readable: mend its Host header.' }, { status: 400 })
  const handler = routes.get(pathname) ?? routes.get(pathname.replace(/\/$/, ''))
  if (handler !== undefined) return handler(request)
  return jsonResponse({ error: 'There is nothing at this path.', paths: [...routes.keys()] }, { status: 404 })
}

function index(request: Request): Response {
  if (wantsPage(request)) return new Response(null, { status: 302, headers: { Location: '/graphql' } })
  return jsonResponse({
    name: 'rudder-klaviyo gateway',
    graphql: '/graphql',
    schema: '/schema.graphql',
    health: '/health',
  })
}

function readOnly(handler: Handler): Handler {
  return (request) =>
    request.method === 'GET' || request.method === 'HEAD'
      ? handler(request)
      : jsonResponse({ error: 'This path is only read: send GET.' }, { status: 405, headers: { Allow: 'GET, HEAD' } })
}

/** A person with a browser, and no program. */
function wantsPage(request: Request): boolean {
  return request.method === 'GET' && (request.headers.get('accept') ?? '').includes('text/html')
}
