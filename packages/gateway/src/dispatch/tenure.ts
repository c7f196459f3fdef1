import {
  createDeliveryAccount,
  createDeliveryEngine,
  endpointsOf,
  REQUEST_BITS,
  type DeliveryAccount,
  type DeliveryEngine,
} from '@rudder-klaviyo/sdk/stages'
import type { Account } from '../accept/account.ts'
import { WRITES } from '../outbox/event-bits.ts'
import type { LightRow, RecentConsent } from '../outbox/event-row.ts'
import type { Lease, OutboxStore } from '../outbox/outbox-store.ts'
import type { AccountPauses } from './account-pause.ts'
import type { Clock } from './clock.ts'
import { toEntry, type Entry } from './entry.ts'
import type { Logger } from './logger.ts'
import { createOutboxHost } from './outbox-host.ts'
import type { Settler } from './settle.ts'
import { unknownOutcomesOf } from './unknown-outcome.ts'

/** Rows that are read at a time. */
const PAGE_COUNT = 1_000
/** How far back a change of consent matters to a later one, in milliseconds: Klaviyo may ignore a second subscribe so soon. */
const CONSENT_MS = 30 * 60_000
/** The newest changes of consent are remembered; of older ones only a warning is lost. */
const MAX_CONSENT_COUNT = 50_000

/** Settings of {@link createTenure}. */
export interface TenureOptions {
  readonly store: OutboxStore
  readonly settler: Settler
  /** Of the lease. */
  readonly token: number
  /** Whether somebody may just have sent for the account. */
  readonly isNewHolder: boolean
  readonly account: Account
  readonly pauses: AccountPauses
  readonly clock: Clock
  /** From 0 to 1. */
  readonly random: () => number
  readonly logger: Logger
  /** The lease, renewed if need be; with `isRenewed` in any case. `undefined` without it. */
  readonly lease: (options: { readonly isRenewed: boolean }) => Promise<Lease | undefined>
  /** Calls under way at the same time. */
  readonly maxCallsCount: number
  /** Events that are taken up at the same time; the rest waits in the database. */
  readonly maxTakenUpCount: number
  /** Called when events were settled: there is room for others. */
  readonly onSettled: () => void
}

/** Everything one holder knows of its account, from taking the lease to losing it. */
export interface Tenure {
  readonly token: number
  readonly engine: Pick<DeliveryEngine<Entry>, 'size' | 'callsUnderWayCount' | 'heldBy'>
  /** Limits, helpers and bulk imports. */
  readonly delivery: DeliveryAccount
  readonly isFull: boolean
  /** Whether it was ended: a next one begins with what is written down. */
  readonly isAborted: boolean
  /** Goes on with what a former holder left. */
  load(): Promise<void>
  /** Takes up new events while there is room; whether more may wait. */
  takeUp(lease: Lease): Promise<boolean>
  /** Begins no more calls; resolves when none is under way and all answers are written down. */
  stop(): Promise<void>
  /** Ends what is under way. */
  abort(): void
  /** Resolves when nothing is under way any more. */
  drained(): Promise<void>
  /** Gives back what was ended, uncounted. */
  handBack(): Promise<void>
}

/** An empty tenure: `load` comes first. */
export function createTenure(options: TenureOptions): Tenure {
  const { store, account, clock, random, logger, token } = options
  const { revision, rateShare, consentGapMs } = account.settings
  const calls = new Set<Promise<unknown>>()
  let isAborted = false

  const delivery = createDeliveryAccount({
    async call(request) {
      const answer = account.call(request)
      calls.add(answer)
      try {
        return await answer
      } finally {
        calls.delete(answer)
      }
    },
    revision,
    endpoints: endpointsOf(revision),
    rateShare,
    clock,
    isNewHolder: options.isNewHolder,
  })
  const host = createOutboxHost({ ...options, bulkImport: delivery.facts.bulkOperations.importProfiles })
  const engine = createDeliveryEngine<Entry>({
    account: delivery,
    host,
    consentGapMs,
    maxCallsCount: options.maxCallsCount,
    random,
    onFault: (cause) =>
      logger.error(
        `Delivery of account "${account.name}" broke in an unexpected way; its events are tried again.`,
        cause,
      ),
  })

  const readTakenUp = async (): Promise<readonly LightRow[]> => {
    const rows: LightRow[] = []
    for (;;) {
      const page = await store.loadTakenUp(account.name, { afterSeq: rows.at(-1)?.seq ?? 0, limit: PAGE_COUNT })
      rows.push(...page)
      if (page.length < PAGE_COUNT) return rows
    }
  }

  return {
    token,
    engine,
    delivery,
    get isFull() {
      return engine.size >= options.maxTakenUpCount
    },
    get isAborted() {
      return isAborted
    },
    async load() {
      const sinceMs = clock.now() - Math.max(consentGapMs, CONSENT_MS)
      const changes = await store.recentConsent(account.name, { sinceMs, limit: MAX_CONSENT_COUNT })
      const rows = await readTakenUp()
      for (const change of changes) engine.history.note(toTakenConsent(change))
      // When they were begun is not known: any job that is not finished may be theirs.
      if (rows.some((row) => unknownOutcomesOf(row).includes('import'))) engine.holdImportsSince(0)
      engine.add(rows.map(toEntry))
    },
    async takeUp(lease) {
      const limit = Math.min(PAGE_COUNT, options.maxTakenUpCount - engine.size)
      if (limit <= 0) return true
      const rows = await store.takeUp(lease, limit)
      engine.add(rows.map(toEntry))
      return rows.length === limit
    },
    async stop() {
      host.stop()
      // An engine that was ended has nothing left to stop.
      if (!isAborted) await engine.stop()
      await host.idle()
    },
    abort() {
      isAborted = true
      host.end()
      engine.abort()
    },
    async drained() {
      while (calls.size > 0) await Promise.allSettled(calls)
      await host.idle()
    },
    handBack: () => host.handBack(),
  }
}

function toTakenConsent({ seq, keys, writes, settledAtMs }: RecentConsent) {
  const subscribe = (writes & WRITES.subscribe) === 0 ? 0 : REQUEST_BITS.subscribe
  const unsubscribe = (writes & WRITES.unsubscribe) === 0 ? 0 : REQUEST_BITS.unsubscribe
  return { seq, keys, ops: subscribe | unsubscribe, atMs: settledAtMs }
}
