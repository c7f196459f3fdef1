import type { VirtualTime } from '../support/virtual-time.ts'

/** What a call does, by its method and path: the same in every revision. */
export type CallKind =
  | 'event'
  | 'events'
  | 'import'
  | 'imports'
  | 'jobs'
  | 'import-errors'
  | 'subscribe'
  | 'unsubscribe'
  | 'profiles'
  | 'list'

/** A call as it reached Klaviyo. */
export interface SeenCall {
  readonly kind: CallKind
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** As it was sent; empty for a read. */
  readonly text: string
  /** Since the start of the test. */
  readonly atMs: number
  /** The `unique_id`s of events, else the emails, in the order of the body. */
  readonly ids: readonly string[]
  /** How many of this kind there were, with this one. */
  readonly nth: number
}

/** What to answer; `undefined`: what Klaviyo answers when all is well. It may wait for timers of the virtual clock. */
export type Script = (call: SeenCall) => Response | undefined | Promise<Response | undefined>

/** A Klaviyo that records what it is asked, and answers as it is told. */
export interface ScriptedKlaviyo {
  readonly fetch: typeof globalThis.fetch
  readonly calls: readonly SeenCall[]
  /** The calls of one kind, or of several, in order. */
  of(...kinds: readonly CallKind[]): readonly SeenCall[]
}

const KINDS: readonly (readonly [RegExp, CallKind])[] = [
  [/^POST \/api\/events$/, 'event'],
  [/^POST \/api\/event-bulk-create-jobs$/, 'events'],
  [/^POST \/api\/profile-import$/, 'import'],
  [/^POST \/api\/profile-bulk-import-jobs$/, 'imports'],
  [/^GET \/api\/profile-bulk-import-jobs$/, 'jobs'],
  [/^GET \/api\/profile-bulk-import-jobs\/[^/]+\/import-errors$/, 'import-errors'],
  [/^POST \/api\/profile-subscription-bulk-create-jobs$/, 'subscribe'],
  [/^POST \/api\/profile-subscription-bulk-delete-jobs$/, 'unsubscribe'],
  [/^GET \/api\/profiles$/, 'profiles'],
  [/^GET \/api\/lists\/[^/]+\/profiles$/, 'list'],
]

/** A Klaviyo of a virtual time. */
export function createScriptedKlaviyo(time: VirtualTime, script: Script = () => undefined): ScriptedKlaviyo {
  const calls: SeenCall[] = []
  const jobIds: string[] = []

  const read = async (request: Request): Promise<Omit<SeenCall, 'nth'>> => {
    const { pathname: path, searchParams: query } = new URL(request.url)
    const kind = KINDS.find(([pattern]) => pattern.test(`${request.method} ${path}`))?.[1]
    if (kind === undefined) throw new Error(`No delivery makes this call: ${request.method} ${path}`)
    const text = await request.text()
    const pattern = kind.startsWith('event') ? /"unique_id":"([^"]+)"/g : /"email":"([^"]+)"/g
    const ids = [...text.matchAll(pattern)].map(([, id = '']) => id)
    return { kind, method: request.method, path, query, text, ids, atMs: time.elapsedMs() }
  }

  const answerWell = ({ kind, nth }: SeenCall): Response => {
    switch (kind) {
      case 'import':
        return Response.json({ data: { type: 'profile', id: '01H' } }, { status: 201 })
      case 'imports':
        jobIds.push(`job-${nth}`)
        return jobStarted(`job-${nth}`)
      case 'jobs':
        return jobList(jobIds.map((id) => ({ id, status: 'complete' })))
      case 'import-errors':
      case 'profiles':
      case 'list':
        return Response.json({ data: [] })
      case 'event':
      case 'events':
      case 'subscribe':
      case 'unsubscribe':
        return taken()
    }
  }

  return {
    calls,
    of: (...kinds) => calls.filter(({ kind }) => kinds.includes(kind)),
    async fetch(input, init) {
      const seen = await time.busy(() => read(new Request(input, init)))
      const call = { ...seen, nth: calls.filter(({ kind }) => kind === seen.kind).length + 1 }
      calls.push(call)
      return (await script(call)) ?? answerWell(call)
    },
  }
}

/** The empty 202 of events and changes of consent. */
export const taken = (headers: Record<string, string> = {}): Response => new Response(null, { status: 202, headers })

/** A bulk import that was begun. */
export const jobStarted = (id: string): Response =>
  Response.json({ data: { type: 'profile-bulk-import-job', id } }, { status: 202 })

/** A job, as the list of jobs shows it. */
export interface JobRow {
  readonly id: string
  readonly status: 'queued' | 'processing' | 'complete' | 'cancelled'
  readonly failedCount?: number
  /** ISO 8601. */
  readonly createdAt?: string
}

/** The list of jobs. */
export function jobList(rows: readonly JobRow[]): Response {
  const data = rows.map(({ id, status, failedCount = 0, createdAt }) => ({
    type: 'profile-bulk-import-job',
    id,
    attributes: { status, failed_count: failedCount, created_at: createdAt },
  }))
  return Response.json({ data })
}

/** Profiles that a read found. */
export const profiles = (
  ...found: readonly { readonly id: string; readonly [attribute: string]: string }[]
): Response => Response.json({ data: found.map(({ id, ...attributes }) => ({ type: 'profile', id, attributes })) })

/** An error of Klaviyo's as JSON:API, with one entry for each pointer, or one without any. */
export function failed(status: number, { pointers = [], code = 'invalid', headers = {} }: FailureParts = {}): Response {
  const entry = { id: 'e', status, code, title: 'Invalid input.', detail: 'Klaviyo says why.' }
  const errors = pointers.length === 0 ? [entry] : pointers.map((pointer) => ({ ...entry, source: { pointer } }))
  return Response.json({ errors }, { status, headers })
}

interface FailureParts {
  readonly pointers?: readonly string[]
  readonly code?: string
  readonly headers?: Record<string, string>
}

/** The 409 of identifiers that belong to two profiles. */
export const clash = (): Response =>
  Response.json(
    { errors: [{ code: 'duplicate_profile', title: '', detail: '', meta: { duplicate_profile_id: '01OTHER' } }] },
    { status: 409 },
  )

/** No answer at all. */
export const silence = (): Promise<Response> => Promise.withResolvers<Response>().promise

/** Resolves after so much of the virtual time. */
export const after = (time: VirtualTime, ms: number): Promise<void> =>
  new Promise((resolve) => void time.clock.setTimer(resolve, ms))
