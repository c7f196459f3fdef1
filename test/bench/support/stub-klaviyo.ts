import type { Json, JsonObject, Revision } from '@rudder-klaviyo/sdk'
import type { createCall } from '@rudder-klaviyo/sdk/stages'
import { bytesOf, callKindOf, createCallTally, type CallTally } from './call-tally.ts'
import { readEndpoints, type Endpoints } from './endpoint-facts.ts'
import { createRateWindows, type RateWindows } from './rate-windows.ts'
import { createStubJobs } from './stub-jobs.ts'
import { membersOf } from './subscription-parts.ts'

type Call = ReturnType<typeof createCall>
type CallRequest = Parameters<Call>[0]

/** What the stub was asked for. */
export interface StubReport {
  /** The calls that write. */
  readonly tally: CallTally
  /** The calls that read: jobs, profiles, lists. */
  readonly readCount: number
  /** When the last call began, a reading one too, in milliseconds from the start. */
  readonly lastStartMs: number
  /** Calls beyond a window. They are answered all the same, and nobody is told but the report. */
  readonly exceededCount: number
}

/** A Klaviyo that answers at once, in the process, and counts. */
export interface StubKlaviyo {
  readonly call: Call
  readonly report: () => StubReport
}

interface StubOptions {
  readonly revision: Revision
  readonly clock: { readonly now: () => number }
  /** How long a bulk import takes. */
  readonly jobMs: number
  /** Where Klaviyo's windows begin on the clock, which no client can know. */
  readonly phaseMs: number
}

/** Takes every request for good: what it says of a body is only how many members it has. */
export async function createStubKlaviyo({ revision, clock, jobMs, phaseMs }: StubOptions): Promise<StubKlaviyo> {
  const endpoints = await readEndpoints(revision)
  const startMs = clock.now()
  const windowsOf = windowsByOperation(endpoints, phaseMs)
  const jobs = createStubJobs({ clock, jobMs })
  const calls = createCallTally()
  const counted = { readCount: 0, lastStartMs: 0, exceededCount: 0 }
  const call: Call = (request) => {
    const { operation, method, path, body, json, signal } = request
    if (signal?.aborted === true) return Promise.reject(signal.reason as Error) // as a real call does
    const nowMs = clock.now()
    const windows = windowsOf(operation)
    if (!windows.take(nowMs)) counted.exceededCount += 1
    counted.lastStartMs = nowMs - startMs
    if (callKindOf(path) !== undefined && method === 'POST')
      calls.add(path, json === undefined ? bytesOf(body) : Buffer.byteLength(json))
    else counted.readCount += 1
    return Promise.resolve({ ...answerTo(request), headers: headersOf(windows, nowMs) })
  }

  function answerTo({ method, path, query = {}, body = {}, json = JSON.stringify(body) }: CallRequest): Answer {
    if (path !== '/api/profile-bulk-import-jobs') return plainAnswer(path, jobs.at(path))
    if (method === 'GET') return { status: 200, body: jobs.list(query) }
    // What our delivery sends is an object.
    return { status: 202, body: { data: jobs.start(membersOf({ body: JSON.parse(json) as JsonObject }).length) } }
  }

  return { call, report: () => ({ tally: calls.tally(), ...counted }) }
}

interface Answer {
  readonly status: number
  readonly body: Json | undefined
}

function plainAnswer(path: string, job: JsonObject | undefined): Answer {
  if (job !== undefined) return { status: 200, body: { data: job } }
  if (path === '/api/profile-import') return { status: 200, body: { data: { type: 'profile', id: 'P1' } } }
  if (callKindOf(path) !== undefined) return { status: 202, body: undefined }
  // Import errors, profiles of a list, profiles that are looked for: there is nothing.
  return { status: 200, body: { data: [], links: { next: null } } }
}

function windowsByOperation(endpoints: Endpoints, phaseMs: number): (operation: string) => RateWindows {
  const known = new Map<string, RateWindows>()
  return (operation) => {
    const facts = endpoints[operation]
    if (facts === undefined) throw new Error(`no facts about the operation ${operation}`)
    const windows = known.get(operation) ?? createRateWindows(facts, phaseMs)
    known.set(operation, windows)
    return windows
  }
}

function headersOf(windows: RateWindows, nowMs: number): Headers {
  const { limitCount, remainingCount, endsAtMs } = windows.steadyAt(nowMs)
  return new Headers({
    'RateLimit-Limit': String(limitCount),
    'RateLimit-Remaining': String(remainingCount),
    'RateLimit-Reset': String(Math.ceil((endsAtMs - nowMs) / 1000)),
  })
}
