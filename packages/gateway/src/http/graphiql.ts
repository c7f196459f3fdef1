import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { GRAPHIQL_TABS } from './graphiql-tabs.ts'

const compress = promisify(gzip)

/** A page that is a program of one file: inline code, workers made of it, and calls to this gateway alone. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * GraphiQL gives each tab an offset that is out of date once the tabs beside it are there, and applies it while the tab is
 * pressed: the tab would jump away from under the pointer and the click be lost.
 */
const TABS_STAND_STILL = '<style>.graphiql-tab { transform: none !important }</style>'

/**
 * The page of GraphiQL, whole in one answer: nothing comes from another host. It weighs 9 MB, so it is compressed once,
 * at the first visit, and browsers keep it.
 * @param demoKey the write key to fill in; `undefined`: the visitor puts in their own
 */
export function createGraphiQL(demoKey: string | undefined): (request: Request) => Promise<Response> {
  let page: Promise<{ plain: Buffer<ArrayBuffer>; compressed: Buffer<ArrayBuffer>; etag: string }> | undefined
  return async (request) => {
    page ??= renderPage(demoKey)
    const { plain, compressed, etag } = await page
    const headers = new Headers({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
      Vary: 'Accept, Accept-Encoding',
      ETag: etag,
    })
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
    const takesGzip = /\bgzip\b(?!;q=0\b)/.test(request.headers.get('accept-encoding') ?? '')
    if (takesGzip) headers.set('Content-Encoding', 'gzip')
    const body = takesGzip ? compressed : plain
    headers.set('Content-Length', String(body.byteLength))
    return new Response(body, { headers })
  }
}

async function renderPage(
  demoKey: string | undefined,
): Promise<{ plain: Buffer<ArrayBuffer>; compressed: Buffer<ArrayBuffer>; etag: string }> {
  const headers = JSON.stringify({ authorization: `Bearer ${demoKey ?? 'YOUR_WRITE_KEY'}` })
  const html = renderGraphiQL({
    title: 'GraphiQL · rudder-klaviyo',
    endpoint: '/graphql',
    headers,
    isHeadersEditorEnabled: true,
    defaultEditorToolsVisibility: 'headers',
    defaultTabs: GRAPHIQL_TABS.map((tab) => ({ ...tab, headers })),
  })
  const plain = Buffer.from(html.replace('</head>', `${TABS_STAND_STILL}</head>`))
  const compressed = await compress(plain, { level: 9 })
  return { plain, compressed, etag: `"${createHash('sha256').update(plain).digest('base64url')}"` }
}
