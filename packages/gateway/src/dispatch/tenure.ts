import { KlaviyoError } from '@rudder-klaviyo/sdk'
import type { LightRow, StartedRow } from '../outbox/event-row.ts'
import { STATUS } from '../outbox/event-status.ts'
import type { Lease, OutboxStore } from '../outbox/outbox-store.ts'
import { attempt, type AttemptOptions } from './attempt.ts'
import { changesConsent, createConsentGap } from './consent-gap.ts'
import { toEntry, type Entry } from './entry.ts'
import { deadLetter } from './judge.ts'
import { createOrderQueues } from './order-queues.ts'
import { createReadyEntries } from './ready-entries.ts'
import type { Settler } from './settle.ts'

/** Rows that are read at a time. */
const PAGE_COUNT = 1_000
/** Calls begun and never settled after which an event is sent alone: it may be what kills the process. */
const SUSPECT_CLAIM_COUNT = 3
/** … and after which it is a dead letter. */
const MAX_CLAIM_COUNT = 10

/** Settings of {@link createTenure}. */
export interface TenureOptions extends Omit<AttemptOptions, 'signal'> {
  readonly store: OutboxStore
  readonly settler: Settler
  /** Of the lease. */
  readonly token: number
  /** Renews the lease in the step before a change of consent. */
  readonly renew: () => Promise<Lease | undefined>
  /** Events that are delivered at the same time. */
  readonly maxConcurrentCount: number
  /** Events that are taken up at the same time; the rest waits in the database. */
  readonly maxTakenUpCount: number
  /** Called when an event was settled: there is room for another. */
  readonly onSettled: () => void
}

/** Everything one holder knows of its account, from taking the lease to losing it. */
export interface Tenure {
  readonly token: number
  readonly takenUpCount: number
  readonly inFlightCount: number
  /** Goes on with what a former holder left. */
  load(): Promise<void>
  /** Takes up new events while there is room; whether more may wait. */
  takeUp(lease: Lease): Promise<boolean>
  /** Begins calls for the events that may go. */
  send(lease: Lease): Promise<void>
  /** When something becomes due without anybody's doing; `undefined` when nothing will. */
  nextDueAtMs(): number | undefined
  /** Whether it was ended: a next one begins with what is written down. */
  readonly isAborted: boolean
  /** Resolves when nothing is under way. */
  drained(): Promise<void>
  /** Ends what is under way. */
  abort(): void
}

/** An empty tenure: `load` comes first. */
export function createTenure(options: TenureOptions): Tenure {
  const { store, settler, token, account, pauses, clock } = options
  const abortion = new AbortController()
  const attemptOptions: AttemptOptions = { ...options, signal: abortion.signal }
  const ready = createReadyEntries()
  const queues = createOrderQueues<Entry>((entry) => ready.add(entry, clock.now()))
  const gap = createConsentGap(account.settings.consentGapMs)
  const inFlight = new Map<Entry, Promise<void>>()

  const addAll = (rows: readonly LightRow[]): void => {
    for (const row of rows) queues.add(toEntry(row))
  }

  const pick = (): readonly Entry[] => {
    const nowMs = clock.now()
    const picked: Entry[] = []
    const pause = pauses.account()
    // A refused key is tried with one call; everything else waits for its answer.
    const room = pause === undefined ? options.maxConcurrentCount : nowMs < pause.nextTryAtMs ? 0 : 1
    if ([...inFlight.keys()].some(isSuspect)) return []
    while (inFlight.size + picked.length < room) {
      const entry = ready.next(nowMs, pauses.pausedOps(nowMs))
      if (entry === undefined) break
      const notBeforeMs = gap.notBeforeMs(entry)
      if (notBeforeMs > nowMs) {
        entry.dueAtMs = notBeforeMs
        ready.add(entry, nowMs)
      } else if (isSuspect(entry) && inFlight.size + picked.length > 0) {
        // It goes alone, and it is the oldest: nothing else begins until what is under way has ended.
        ready.add(entry, nowMs)
        break
      } else {
        picked.push(entry)
        if (isSuspect(entry)) break
      }
    }
    return picked
  }

  const putBack = (entries: readonly Entry[]): void => {
    for (const entry of entries) ready.add(entry, clock.now())
  }

  const finish = async (entry: Entry, row: StartedRow | undefined): Promise<void> => {
    const settlement = row === undefined ? deadLetter(entry, killsProcess()) : await attempt(entry, row, attemptOptions)
    if (!(await settler.settle(token, settlement))) return
    entry.claims = 0
    if (settlement.status === STATUS.RETRYING) return ready.add(entry, clock.now())
    const { keys, writes } = entry
    if (settlement.status === STATUS.DELIVERED) gap.note({ keys, writes, settledAtMs: clock.now() })
    queues.remove(entry)
  }

  const begin = (entry: Entry, row?: StartedRow): void => {
    const done = finish(entry, row).finally(() => {
      inFlight.delete(entry)
      options.onSettled()
    })
    inFlight.set(entry, done)
  }

  const startAttempts = async (lease: Lease, entries: readonly Entry[]): Promise<readonly StartedRow[]> => {
    try {
      const current = entries.some(changesConsent) ? await options.renew() : lease
      if (current?.token !== token) return []
      return await store.startAttempts(
        current,
        entries.map(({ seq }) => seq),
      )
    } catch (error) {
      putBack(entries)
      throw error
    }
  }

  return {
    token,
    get takenUpCount() {
      return queues.size
    },
    get inFlightCount() {
      return inFlight.size
    },
    get isAborted() {
      return abortion.signal.aborted
    },
    async load() {
      const sinceMs = clock.now() - account.settings.consentGapMs
      for (const change of await store.recentConsent(account.name, sinceMs)) gap.note(change)
      let afterSeq = 0
      for (;;) {
        const rows = await store.loadTakenUp(account.name, { afterSeq, limit: PAGE_COUNT })
        addAll(rows)
        afterSeq = rows.at(-1)?.seq ?? afterSeq
        if (rows.length < PAGE_COUNT) return
      }
    },
    async takeUp(lease) {
      const limit = Math.min(PAGE_COUNT, options.maxTakenUpCount - queues.size)
      if (limit <= 0) return false
      const rows = await store.takeUp(lease, limit)
      addAll(rows)
      return rows.length === limit
    },
    async send(lease) {
      const picked = pick()
      for (const entry of picked.filter(isHopeless)) begin(entry)
      const entries = picked.filter((entry) => !isHopeless(entry))
      if (entries.length === 0) return
      const rows = new Map((await startAttempts(lease, entries)).map((row) => [row.seq, row]))
      // Without the lease none came back, and nothing is sent.
      if (rows.size === 0) return putBack(entries)
      for (const entry of entries) {
        const row = rows.get(entry.seq)
        // Settled by somebody else, and no longer ours.
        if (row === undefined) queues.remove(entry)
        else {
          entry.claims += 1
          begin(entry, row)
        }
      }
    },
    nextDueAtMs: () => ready.nextDueAtMs(),
    async drained() {
      while (inFlight.size > 0) await Promise.all(inFlight.values())
    },
    abort: () => abortion.abort(),
  }
}

function isSuspect({ claims }: Entry): boolean {
  return claims >= SUSPECT_CLAIM_COUNT
}

function isHopeless({ claims }: Entry): boolean {
  return claims >= MAX_CLAIM_COUNT
}

function killsProcess(): KlaviyoError {
  return new KlaviyoError(
    'UNAVAILABLE',
    `The gateway ended ${MAX_CLAIM_COUNT} times while this event was sent, so it may be the reason. Look at the log of the gateway before redelivering it.`,
  )
}
