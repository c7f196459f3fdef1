import type { CallAnswer, CallRequest } from '../../client/call.ts'
import { KlaviyoApiError } from '../../errors/klaviyo-api-error.ts'
import { type KlaviyoError } from '../../errors/klaviyo-error.ts'
import { isList, isRecord, recordIn, type EventRecord } from '../../event/record.ts'
import type { RevisionFacts } from '../../revision.ts'
import type { Clock } from '../../clock.ts'
import { readImportErrors, type ImportError } from './import-errors.ts'
import { waitFor } from './wait-for.ts'

/** The list is asked for each job after 2 s, then 4, 8 … 30 s later. */
const FIRST_POLL_MS = 2_000
const LAST_POLL_MS = 30_000
/** A job that takes longer is given up: what it holds is sent again one by one, which an upsert makes harmless. */
const MAX_JOB_MS = 30 * 60_000
/** A job that is not in the list is gone; so young, it may not be there yet. */
const MIN_GONE_MS = 10_000
/** How long to wait for jobs that may hold what is to be sent again. */
const MAX_UNKNOWN_MS = 15 * 60_000
/** The unfinished imports that are allowed at a time. */
export const MAX_UNFINISHED_JOBS_COUNT = 8
/** Klaviyo's clock and ours need not agree. */
const CLOCK_DIFFERENCE_MS = 60_000
const PAGE_SIZE = 100

/** What became of a job. */
export type JobResult =
  | { readonly status: 'complete'; readonly errors: readonly ImportError[] }
  /** Cancelled, gone, too slow, or not readable: what it did is unknown. */
  | { readonly status: 'lost'; readonly error: KlaviyoError | undefined }

/** Follows the bulk imports of an account, by one list call whatever their number. */
export interface ImportJobs {
  /** Resolves when the job is over; rejects with the reason of the signal when that ends it. */
  follow(id: string, signal: AbortSignal): Promise<JobResult>
  /**
   * Resolves when no job that was created since is unfinished, after 15 minutes at most.
   * @throws {KlaviyoApiError} when the key may not read jobs, and the reason of the signal
   */
  unknownIsOver(sinceMs: number, signal: AbortSignal): Promise<void>
  readonly unfinishedCount: number
  /**
   * Resolves when another job may begin, and counts it as begun until what it gives is called: by then it is followed, or
   * has failed. Rejects with the reason of the signal.
   */
  reserve(signal: AbortSignal): Promise<() => void>
}

/** What following needs. */
export interface ImportJobsOptions {
  readonly callInTurn: (request: CallRequest & { readonly signal: AbortSignal }) => Promise<CallAnswer>
  readonly clock: Clock
  readonly reads: RevisionFacts['reads']
}

interface Followed {
  readonly sinceMs: number
  /** When it is asked about next, and how long after that again. */
  pollAtMs: number
  waitMs: number
  readonly settle: (result: JobResult) => void
}

interface Job {
  readonly id: string
  readonly status: string
  readonly failedCount: number
  readonly createdAtMs: number
}

/** Nothing is followed yet, and nothing is asked until something is. */
export function createImportJobs({ callInTurn, clock, reads }: ImportJobsOptions): ImportJobs {
  const followed = new Map<string, Followed>()
  let cancelTimer: (() => void) | undefined
  let isPolling = false
  const waitingForRoom: (() => void)[] = []
  /** Calls that begin a job and are not answered yet. */
  let reservedCount = 0
  const lifetime = new AbortController()

  const list = async (query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<readonly Job[]> => {
    const { body } = await callInTurn({
      operation: reads.importJobs,
      method: 'GET',
      path: '/api/profile-bulk-import-jobs',
      query: { ...query, 'page[size]': String(PAGE_SIZE), sort: '-created_at' },
      signal,
    })
    const data = isRecord(body) && isList(body['data']) ? body['data'] : []
    return data.filter(isRecord).map(jobOf)
  }

  /** `undefined` when Klaviyo does not say. */
  const unfinishedJobs = async (signal: AbortSignal): Promise<readonly Job[] | undefined> => {
    try {
      return await list({ filter: 'any(status,["queued","processing"])' }, signal)
    } catch (error) {
      if (isRefusal(error) || signal.aborted) throw error
      return undefined
    }
  }

  const ageMs = (id: string): number => clock.now() - (followed.get(id)?.sinceMs ?? Infinity)

  const end = (id: string, result: JobResult): void => {
    followed.get(id)?.settle(result)
    forget(id)
  }
  const letIn = (): void => {
    for (const next of waitingForRoom.splice(0)) next()
  }
  const forget = (id: string): void => {
    followed.delete(id)
    letIn()
  }

  const judge = async (job: Job): Promise<void> => {
    if (job.status === 'cancelled') return end(job.id, { status: 'lost', error: undefined })
    if (job.status !== 'complete') return
    if (job.failedCount === 0) return end(job.id, { status: 'complete', errors: [] })
    const errors = await readImportErrors(callInTurn, { operation: reads.importErrors, id: job.id }, lifetime.signal)
    end(job.id, { status: 'complete', errors })
  }

  /** What one job's errors cannot be read for is asked again; it is no reason not to look at the others. */
  const judgeAlone = async (job: Job): Promise<void> => {
    try {
      await judge(job)
    } catch (error) {
      if (isRefusal(error)) throw error
    }
  }

  const poll = async (): Promise<void> => {
    cancelTimer = undefined
    isPolling = true
    const asked = [...followed.keys()]
    try {
      const jobs = await list({}, lifetime.signal)
      const known = new Set(jobs.map(({ id }) => id))
      for (const job of jobs) if (followed.has(job.id)) await judgeAlone(job)
      // The list holds the newest: what it does not hold while there was room on the page is gone.
      if (jobs.length < PAGE_SIZE)
        for (const id of asked)
          if (!known.has(id) && ageMs(id) >= MIN_GONE_MS) end(id, { status: 'lost', error: undefined })
    } catch (error) {
      if (isRefusal(error)) for (const id of asked) end(id, { status: 'lost', error })
      // Anything else passes: it is asked again, until the job counts as lost.
    }
    for (const id of followed.keys()) if (ageMs(id) >= MAX_JOB_MS) end(id, { status: 'lost', error: undefined })
    const nowMs = clock.now()
    for (const job of followed.values()) {
      if (job.pollAtMs > nowMs) continue
      job.waitMs = Math.min(LAST_POLL_MS, job.waitMs * 2)
      job.pollAtMs = nowMs + job.waitMs
    }
    isPolling = false
    arm()
  }

  /** One timer for all: the answer tells of every job. */
  const arm = (): void => {
    if (isPolling) return
    cancelTimer?.()
    cancelTimer = undefined
    const nextMs = Math.min(...[...followed.values()].map(({ pollAtMs }) => pollAtMs))
    if (nextMs < Infinity) cancelTimer = clock.setTimer(() => void poll(), Math.max(1, nextMs - clock.now()))
  }

  return {
    get unfinishedCount() {
      return followed.size + reservedCount
    },
    follow(id, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<JobResult>()
      const onAbort = () => {
        forget(id)
        reject(signal.reason)
      }
      if (signal.aborted) {
        reject(signal.reason)
        return promise
      }
      signal.addEventListener('abort', onAbort, { once: true })
      followed.set(id, {
        sinceMs: clock.now(),
        pollAtMs: clock.now() + FIRST_POLL_MS,
        waitMs: FIRST_POLL_MS,
        settle(result) {
          signal.removeEventListener('abort', onAbort)
          resolve(result)
        },
      })
      arm()
      return promise
    },
    async reserve(signal) {
      while (followed.size + reservedCount >= MAX_UNFINISHED_JOBS_COUNT) {
        await new Promise<void>((resolve) => waitingForRoom.push(resolve))
        signal.throwIfAborted()
      }
      reservedCount += 1
      let isReleased = false
      return () => {
        if (isReleased) return
        isReleased = true
        reservedCount -= 1
        letIn()
      }
    },
    async unknownIsOver(sinceMs, signal) {
      const untilMs = clock.now() + MAX_UNKNOWN_MS
      for (let pauseMs = FIRST_POLL_MS; clock.now() < untilMs; pauseMs = Math.min(LAST_POLL_MS, pauseMs * 2)) {
        const unfinished = await unfinishedJobs(signal)
        if (unfinished?.some(({ createdAtMs }) => !(createdAtMs < sinceMs - CLOCK_DIFFERENCE_MS)) === false) return
        await waitFor(pauseMs, clock, signal)
      }
    },
  }
}

function jobOf(record: EventRecord): Job {
  const attributes = recordIn(record, 'attributes')
  const failedCount = attributes['failed_count']
  return {
    id: textOf(record['id']),
    status: textOf(attributes['status']),
    failedCount: typeof failedCount === 'number' ? failedCount : 0,
    createdAtMs: Date.parse(textOf(attributes['created_at'])),
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whether the key may not do this, which is no verdict on anything else. */
export function isRefusal(error: unknown): error is KlaviyoApiError {
  return error instanceof KlaviyoApiError && error.status === 403 && error.code === 'NOT_AUTHORIZED'
}
