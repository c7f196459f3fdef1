import { readFileSync } from 'node:fs'
import type { Json } from '@rudder-klaviyo/sdk'
import { afterEach, describe, expect, it } from 'vitest'
import { type Sandbox, createSandbox } from '../create-sandbox.ts'
import { bulkImportBody, eventBody } from '../testing/bodies.ts'
import { type FaultRule, parseFaults } from './fault-rule.ts'

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const EXAMPLES = [...README.matchAll(/^\| `(\{"kind":.+?\})` \|/gm)].map(
  ([, json]) => parseFaults(JSON.parse(json!))[0]!,
)

const HEADERS = { revision: '2024-06-15', authorization: 'Klaviyo-API-Key x', 'content-type': 'application/json' }
const EMAIL = 'mallory@example.com'
const IMPORT = { path: '/api/profile-bulk-import-jobs', body: bulkImportBody([{ email: EMAIL }]) }
const EVENT = { path: '/api/events', body: eventBody({ unique_id: 'm1' }, { email: EMAIL }) }

const open: Sandbox[] = []
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close()
})

/** What a client sees of a request, and whether its work was done. */
interface Seen {
  status?: number
  headers: Record<string, string | null>
  text?: string
  /** The error of the connection, or of who gave up. */
  error?: string
  isDone: boolean
}

/** A sandbox with a rule, reached through a port or without one. */
async function start(way: 'port' | 'fetch', faults: readonly FaultRule[]) {
  const sandbox = createSandbox({ faults })
  open.push(sandbox)
  const url = way === 'port' ? (await sandbox.listen({ port: 0 })).url : 'http://klaviyo.test'
  const send = (path: string, init: RequestInit = {}) => {
    const request = new Request(url + path, init)
    return way === 'port' ? fetch(request) : sandbox.fetch(request)
  }
  const rows = async (name: string): Promise<{ data: Record<string, unknown>[] }> => {
    // The read-back always answers with rows.
    return (await (await sandbox.fetch(new Request(`http://klaviyo.test/sandbox/${name}`))).json()) as {
      data: Record<string, unknown>[]
    }
  }
  const advance = (advanceMs: number) =>
    sandbox.fetch(
      new Request('http://klaviyo.test/sandbox/clock', { method: 'POST', body: JSON.stringify({ advanceMs }) }),
    )
  return { sandbox, send, rows, advance }
}

/** Sends a request and gives up as soon as it is there and nothing more comes in a minute of the sandbox's time. */
async function look(client: Awaited<ReturnType<typeof start>>, { path, body }: { path: string; body: Json }) {
  const { sandbox, send, rows, advance } = client
  const before = (await rows('requests')).data.length
  const givenUp = new AbortController()
  const seen: Omit<Seen, 'isDone'> = { headers: {} }
  const init = { method: 'POST', headers: HEADERS, body: JSON.stringify(body), signal: givenUp.signal }
  let isOver = false
  const reading = send(path, init)
    .then(async (response) => {
      seen.status = response.status
      for (const name of ['retry-after', 'ratelimit-limit', 'content-type', 'x-klaviyo-partial-failure']) {
        seen.headers[name] = response.headers.get(name)
      }
      seen.text = await response.text()
    })
    .catch((error: unknown) => {
      seen.error = error instanceof Error ? error.name : String(error)
    })
    .finally(() => {
      isOver = true
    })
  await expect.poll(async () => (await rows('requests')).data.length).toBe(before + 1)
  await advance(60_000)
  const row = (await rows('requests')).data.at(-1)!
  const isHeld = row['status'] === null ? row['fault'] === 'silence' : row['fault'] === 'slowBody'
  // Half of an answer is there before anybody gives up; nothing at all never is.
  await expect.poll(() => isOver || (isHeld && (row['status'] === null || seen.status !== undefined))).toBe(true)
  await new Promise<void>((resolve) => setImmediate(resolve))
  if (!isOver) givenUp.abort()
  await reading
  await sandbox.idle()
  const isDone = (await rows('profiles')).data.length > 0
  return { ...seen, isDone }
}

// Vitest's matchers are of any type.
const anyText: unknown = expect.any(String)
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern)
const unlike = (pattern: RegExp): unknown => expect.not.stringMatching(pattern)
const containing = (text: string): unknown => expect.stringContaining(text)

const REFUSAL = { isDone: false, headers: { 'ratelimit-limit': anyText, 'retry-after': null } }
const errors = (error: object): unknown =>
  expect.toSatisfy((text: string) => {
    expect(JSON.parse(text)).toMatchObject({ errors: [error] })
    return true
  })
const html = { 'content-type': 'text/html; charset=utf-8', 'ratelimit-limit': null }
const JOB_TEXT = like(/^\{"data":\{"type":"profile-bulk-import-job","id":.*\}$/)

/** What each kind looks like, with its example of the README. */
const SEEN: { readonly [Kind in FaultRule['kind']]: (rule: FaultRule & { kind: Kind }) => object } = {
  latency: () => ({ status: 202, isDone: true, text: JOB_TEXT }),
  reset: () => ({ error: 'TypeError', isDone: false }),
  silence: ({ done = false }) => ({ error: 'AbortError', isDone: done }),
  status: ({ status, retryAfterSeconds, done = false }) => ({
    status,
    isDone: done,
    headers: { 'retry-after': retryAfterSeconds === undefined ? null : String(retryAfterSeconds) },
  }),
  throttle: ({ retryAfterSeconds }) => ({
    status: 429,
    isDone: false,
    headers: { 'retry-after': String(retryAfterSeconds), 'ratelimit-limit': null },
    text: errors({ code: 'throttled' }),
  }),
  refuse: ({ pointer = true }) => ({
    ...REFUSAL,
    status: 400,
    text: errors({ code: 'invalid', source: pointer ? { pointer: like(/^\/data\/.*\/email$/) } : {} }),
  }),
  forbidden: ({ status = 403, scope }) => ({
    ...REFUSAL,
    status,
    text: errors({ code: 'permission_denied', detail: containing(scope ?? ':write') }),
  }),
  html403: () => ({ status: 403, isDone: false, headers: html, text: like(/^<!doctype html>/) }),
  missingJobId: ({ done = true }) => ({
    status: 202,
    isDone: done,
    // Nor does any address in it give the id away.
    text: unlike(/"id":|bulk-import-jobs/),
  }),
  answerLost: () => ({ error: 'TypeError', isDone: true }),
  slowBody: ({ stops = false }) =>
    stops ? { status: 202, isDone: true, error: 'AbortError' } : { status: 202, isDone: true, text: JOB_TEXT },
  partialFailure: ({ field }) => ({
    status: 202,
    isDone: true,
    headers: { 'x-klaviyo-partial-failure': field ?? 'phone_number' },
  }),
}

/** The look of a rule's kind. */
function expectedOf<Kind extends FaultRule['kind']>(rule: FaultRule & { kind: Kind }): object {
  // A table by kind cannot tell TypeScript that key and argument belong together.
  const look = SEEN[rule.kind] as (given: FaultRule & { kind: Kind }) => object
  return look(rule)
}

const requestOf = ({ operations }: FaultRule) => (operations?.[0] === 'create_event' ? EVENT : IMPORT)

describe.each(['port', 'fetch'] as const)('the examples of the README, by %s', (way) => {
  it.each(EXAMPLES.map((rule) => [JSON.stringify(rule), rule] as const))('%s', async (_, rule) => {
    const client = await start(way, [rule])
    const target = requestOf(rule)
    const passing = (rule.skip ?? 0) + (rule.every ?? 1) - 1
    for (let call = 0; call < passing; call += 1) {
      const seen = await look(client, target)
      expect(seen).toMatchObject({ status: 202, isDone: true })
      await client.sandbox.fetch(new Request('http://klaviyo.test/sandbox', { method: 'DELETE' }))
    }
    expect(await look(client, target)).toMatchObject(expectedOf(rule))
    expect((await client.rows('requests')).data.at(-1)).toMatchObject({ fault: rule.kind })
    expect((await client.rows('faults')).data).toMatchObject([{ ...rule, appliedCount: 1 }])
  })

  const MORE: FaultRule[] = [
    { kind: 'silence', done: true },
    { kind: 'status', status: 500, done: true },
    { kind: 'status', status: 502 },
    { kind: 'status', status: 504 },
    { kind: 'status', status: 524 },
    { kind: 'forbidden', status: 401 },
    { kind: 'missingJobId', done: false },
  ]
  it.each(MORE.map((rule) => [JSON.stringify(rule), rule] as const))('and %s', async (_, rule) => {
    expect(await look(await start(way, [rule]), IMPORT)).toMatchObject(expectedOf(rule))
  })
})

it('shows every kind in the README', () => {
  expect(new Set(EXAMPLES.map(({ kind }) => kind))).toEqual(new Set(Object.keys(SEEN)))
})
