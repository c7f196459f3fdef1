import { KlaviyoError, type Plan } from '@rudder-klaviyo/sdk'
import { REQUEST_BITS, type DeliveryHost, type EntryOutcome } from '@rudder-klaviyo/sdk/stages'
import type { Account } from '../accept/account.ts'
import type { StoredBody } from '../outbox/event-row.ts'
import { STATUS } from '../outbox/event-status.ts'
import type { Lease, OutboxStore } from '../outbox/outbox-store.ts'
import type { Settlement } from '../outbox/settlement.ts'
import type { AccountPauses } from './account-pause.ts'
import type { Clock } from './clock.ts'
import type { Entry } from './entry.ts'
import type { Logger } from './logger.ts'
import { deadLetter, filtered, handedBack, judge } from './judge.ts'
import { planAgain } from './plan-again.ts'
import type { Settler } from './settle.ts'

/** Events that are read and planned at a time: between two such steps the process answers others. */
const PAGE_COUNT = 1_000
/** Holders that began to send it and never settled it, after which an event is a dead letter. */
const MAX_CLAIM_COUNT = 10
/** How long to wait before events that could not be read are read again, in milliseconds. */
const RETRY_MS = 500
/** What must not be sent twice without looking: it stays as it is, and the next holder looks. */
const LOOK_FIRST_BITS = REQUEST_BITS.importProfile | REQUEST_BITS.unsubscribe

/** Settings of {@link createOutboxHost}. */
export interface OutboxHostOptions {
  readonly store: Pick<OutboxStore, 'readBodies' | 'startAttempts'>
  readonly settler: Settler
  /** Of the lease. */
  readonly token: number
  readonly account: Account
  /** The operation id of the bulk import. */
  readonly bulkImport: string
  readonly pauses: AccountPauses
  readonly clock: Clock
  /** From 0 to 1. */
  readonly random: () => number
  readonly logger: Logger
  /** The lease, renewed if need be; with `isRenewed` in any case. `undefined` without it. */
  readonly lease: (options: { readonly isRenewed: boolean }) => Promise<Lease | undefined>
  /** Called when events were settled: there is room for others. */
  readonly onSettled: () => void
}

/** The outbox as the keeper of events on their way. */
export interface OutboxHost extends DeliveryHost<Entry> {
  /** From now on, what was not sent is left as it is. */
  stop(): void
  /** Nothing is read any more. */
  end(): void
  /** Resolves when everything is written down that is to be. */
  idle(): Promise<void>
  /** Gives back what was begun and has no answer, uncounted, as far as it may be sent again without looking. */
  handBack(): Promise<void>
}

/** Keeps the events of one tenure. */
export function createOutboxHost(options: OutboxHostOptions): OutboxHost {
  const { store, settler, token, account, bulkImport, pauses, clock, random, logger, onSettled } = options
  /** Sent, or about to be, and not settled since. */
  const begun = new Set<Entry>()
  const writing = new Set<Promise<unknown>>()
  let isStopping = false
  let isEnded = false
  let isFailing = false

  const written = async <T>(work: Promise<T>): Promise<T> => {
    writing.add(work)
    try {
      return await work
    } finally {
      writing.delete(work)
    }
  }

  /** The plan, or what is written down instead. */
  const prepare = (entry: Entry, { body, warnings }: StoredBody): Plan | Settlement => {
    entry.warnings = warnings
    if (entry.claims >= MAX_CLAIM_COUNT) return deadLetter(entry, killsProcess())
    const plan = planAgain(body, account)
    if (plan instanceof KlaviyoError) return deadLetter(entry, plan)
    return plan.requests.length === 0 ? filtered(entry, plan.warnings) : plan
  }

  const read = async (entries: readonly Entry[]): Promise<readonly StoredBody[]> => {
    for (;;) {
      try {
        const bodies = await store.readBodies(entries.map(({ seq }) => seq))
        isFailing = false
        return bodies
      } catch (cause) {
        if (isEnded) throw cause
        if (!isFailing) logger.error(`Events of account "${account.name}" could not be read; it is tried again.`, cause)
        isFailing = true
        await new Promise<void>((resolve) => void clock.setTimer(resolve, RETRY_MS))
      }
    }
  }

  const loadPage = async (entries: readonly Entry[]): Promise<readonly (Plan | undefined)[]> => {
    const bodies = await read(entries)
    const bySeq = new Map(bodies.map((body) => [body.seq, body]))
    const settlements: Settlement[] = []
    const plans = entries.map((entry) => {
      const body = bySeq.get(entry.seq)
      // Settled by somebody else, and no longer ours.
      if (body === undefined) return undefined
      const prepared = prepare(entry, body)
      if ('requests' in prepared) return prepared
      settlements.push(prepared)
      return undefined
    })
    await written(settler.settle(token, settlements))
    if (settlements.length > 0) onSettled()
    return plans
  }

  /** `undefined`: nothing is written, since nothing was sent. */
  const settlementOf = ({ entry, outcome }: EntryOutcome<Entry>): Settlement | undefined => {
    const isInterrupted = isStopping && outcome.status === 'retry' && outcome.scope === 'operation'
    if (isInterrupted && !begun.has(entry)) return undefined
    const pausedUntilMs = pauses.current()?.nextTryAtMs
    const settlement = judge(entry, outcome, { nowMs: clock.now(), random: random(), bulkImport, pausedUntilMs })
    // Whoever delivers next need not wait for what ended this.
    return isInterrupted ? { ...settlement, dueAtMs: clock.now() } : settlement
  }

  return {
    stop() {
      isStopping = true
    },
    end() {
      isEnded = true
    },
    async idle() {
      while (writing.size > 0) await Promise.all(writing)
    },
    async handBack() {
      const known = [...begun].filter(({ ops }) => (ops & LOOK_FIRST_BITS) === 0)
      await settler.settle(
        token,
        known.map((entry) => handedBack(entry, clock.now())),
      )
    },

    async load(entries) {
      const plans: (Plan | undefined)[] = []
      for (let start = 0; start < entries.length; start += PAGE_COUNT)
        plans.push(...(await loadPage(entries.slice(start, start + PAGE_COUNT))))
      return plans
    },
    async begin(entries, { changesConsent }) {
      const lease = await options.lease({ isRenewed: changesConsent })
      if (lease?.token !== token) return false
      const attempts = entries.map(({ seq, claims }) => ({ seq, claims: claims + 1 }))
      if (!(await store.startAttempts(lease, attempts))) return false
      for (const entry of entries) begun.add(entry)
      return true
    },
    async followed(entries, job) {
      await written(settler.follow(token, { job, seqs: entries.map(({ seq }) => seq) }))
    },
    async settle(outcomes) {
      // An answer about an event: the key was taken.
      if (outcomes.some(({ outcome }) => outcome.status === 'rejected' && outcome.error.code === 'REJECTED'))
        pauses.resume()
      const settlements = outcomes.map(settlementOf)
      const toWrite = settlements.filter((settlement) => settlement !== undefined)
      if (await written(settler.settle(token, toWrite))) {
        for (const [index, { entry }] of outcomes.entries()) {
          if (settlements[index] === undefined) continue
          begun.delete(entry)
          entry.claims = 0
          entry.isSuspect = false
        }
      }
      onSettled()
      return settlements.map((settlement) => (settlement?.status === STATUS.RETRYING ? settlement.dueAtMs : undefined))
    },
    refused: (error) => pauses.refused(error),
    accepted: () => pauses.resume(),
  }
}

function killsProcess(): KlaviyoError {
  return new KlaviyoError(
    'UNAVAILABLE',
    `The gateway ended ${MAX_CLAIM_COUNT} times while this event was sent, so it may be the reason. Look at the log of the gateway before redelivering it.`,
  )
}
