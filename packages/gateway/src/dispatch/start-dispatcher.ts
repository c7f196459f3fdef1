import { randomUUID } from 'node:crypto'
import type { Account } from '../accept/account.ts'
import type { Lease } from '../outbox/outbox-store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { createAccountReporter } from './account-report.ts'
import { systemClock, type Clock } from './clock.ts'
import { createLeaseKeeper } from './lease.ts'
import type { Logger } from './logger.ts'
import { createPauses, type AccountPause, type OperationPause } from './pauses.ts'
import { startRetention } from './retention.ts'
import { createSettler } from './settle.ts'
import { createTenure, type Tenure } from './tenure.ts'
import { createWakeSignal } from './wake-signal.ts'

/** The longest sleep between two looks, and the wait after a failure of the database, in milliseconds. */
const IDLE_MS = 1_000
/** How long a stop waits for calls that are under way, and then for their ends, in milliseconds. */
const STOP_MS = 8_000
const ABORT_MS = 1_000

/** Settings of {@link startDispatcher}. */
export interface DispatcherOptions {
  readonly outbox: Outbox
  readonly account: Account
  readonly logger: Logger
  /** @default the clocks of this machine */
  readonly clock?: Clock
  /** From 0 to 1, for jitter. @default Math.random */
  readonly random?: () => number
  /** Events that are delivered at the same time. @default 16 */
  readonly maxConcurrentCount?: number
  /** Events of the account that are held in memory, about 100 bytes each; the rest waits in the database. @default 100_000 */
  readonly maxTakenUpCount?: number
  /** How long delivered events stay, which is how long a messageId is taken once. In milliseconds. @default 7 days */
  readonly deliveredRetentionMs?: number
  /** How long dead letters stay, and delivered events that wrote a profile or consent. In milliseconds. @default 30 days */
  readonly deadRetentionMs?: number
}

/** How the delivery of an account stands, for health. */
export interface DispatcherState {
  readonly account: string
  /** Whether this process delivers; another one does otherwise, or takes over within seconds. */
  readonly isHolder: boolean
  readonly inFlightCount: number
  readonly takenUpCount: number
  /** Whether no more are taken up: what a pause holds back may hold back others. */
  readonly isFull: boolean
  /** Events that are not settled, counted every 10 s; `undefined` before the first count. */
  readonly backlogCount: number | undefined
  readonly pausedOperations: readonly OperationPause[]
  readonly pause: AccountPause | undefined
}

/** Delivers the events of one account while this process holds its lease. */
export interface Dispatcher {
  state(): DispatcherState
  /** Begins no more calls, waits up to 8 s for those under way, hands back the rest and frees the lease. */
  stop(): Promise<void>
}

/** Starts to deliver; goes on until it is stopped. */
export function startDispatcher(options: DispatcherOptions): Dispatcher {
  const { outbox, account, logger, clock = systemClock, random = Math.random } = options
  const { maxConcurrentCount = 16, maxTakenUpCount = 100_000 } = options
  const { store } = outbox
  const pauses = createPauses()
  const reporter = createAccountReporter(store, clock, pauses)
  const signal = createWakeSignal(clock)
  let tenure: Tenure | undefined
  let mayWait = true
  let isStopping = false

  const look = (): void => {
    mayWait = true
    signal.wake()
  }
  const keeper = createLeaseKeeper({
    store,
    account: account.name,
    holder: randomUUID(),
    clock,
    logger,
    // With each heartbeat, since another process may have accepted something.
    onBeat: look,
    onLost: () => tenure?.abort(),
  })
  const settler = createSettler({ store, clock, logger, lease: () => keeper.fresh() })

  const takeOver = async ({ token }: Lease): Promise<Tenure> => {
    tenure?.abort()
    // What a former tenure still sends would be sent twice, and out of order.
    await tenure?.drained()
    tenure = undefined
    const next = createTenure({
      store,
      settler,
      token,
      account,
      pauses,
      clock,
      random,
      logger,
      maxConcurrentCount,
      maxTakenUpCount,
      renew: () => keeper.renew(),
      onSettled: () => signal.wake(),
    })
    await next.load()
    return next
  }

  const step = async (): Promise<number> => {
    const lease = await keeper.fresh()
    if (lease === undefined) return IDLE_MS
    if (tenure === undefined || tenure.token !== lease.token || tenure.isAborted) tenure = await takeOver(lease)
    if (mayWait) {
      // Before the question, so that a commit during it is not missed.
      mayWait = false
      if (await tenure.takeUp(lease)) mayWait = true
    }
    await tenure.send(lease)
    await reporter.beat(lease)
    if (mayWait) return 0
    const nowMs = clock.now()
    const dueAtMs = tenure.nextDueAtMs() ?? Infinity
    // What is due and has no room is woken for by the next settlement.
    const hasRoom = tenure.inFlightCount < maxConcurrentCount && pauses.account() === undefined
    const nextMs = Math.min(hasRoom || dueAtMs > nowMs ? dueAtMs : Infinity, pauses.nextEndMs(nowMs) ?? Infinity)
    return Math.min(IDLE_MS, Math.max(1, nextMs - nowMs))
  }

  const run = async (): Promise<void> => {
    let isFailing = false
    while (!isStopping) {
      let sleepMs = IDLE_MS
      try {
        sleepMs = await step()
        isFailing = false
      } catch (cause) {
        if (!isFailing)
          logger.error(
            `Delivery of account "${account.name}" waits for the outbox; it is tried again each second.`,
            cause,
          )
        isFailing = true
        mayWait = true
      }
      if (!isStopping) await signal.sleep(sleepMs)
    }
  }
  const running = run()
  const retention = startRetention({
    store,
    clock,
    logger,
    isHolder: () => keeper.isHeld(),
    deliveredMs: options.deliveredRetentionMs,
    deadMs: options.deadRetentionMs,
  })
  const unsubscribe = outbox.onCommitted(account.name, look)

  return {
    state: () => ({
      account: account.name,
      isHolder: keeper.isHeld(),
      inFlightCount: tenure?.inFlightCount ?? 0,
      takenUpCount: tenure?.takenUpCount ?? 0,
      isFull: (tenure?.takenUpCount ?? 0) >= maxTakenUpCount,
      backlogCount: reporter.backlogCount,
      pausedOperations: pauses.operations(clock.now()),
      pause: pauses.account(),
    }),
    async stop() {
      isStopping = true
      unsubscribe()
      signal.wake()
      const ended = running.then(() => tenure?.drained())
      if (!(await isDoneWithin(STOP_MS, ended, clock))) {
        tenure?.abort()
        await isDoneWithin(ABORT_MS, ended, clock)
      }
      settler.end()
      await retention.stop()
      await keeper.stop()
    },
  }
}

async function isDoneWithin(limitMs: number, work: Promise<void>, clock: Clock): Promise<boolean> {
  let cancel: (() => void) | undefined
  const late = new Promise<false>((resolve) => {
    cancel = clock.setTimer(() => resolve(false), limitMs)
  })
  const isDone = await Promise.race([work.then(() => true), late])
  cancel?.()
  return isDone
}
