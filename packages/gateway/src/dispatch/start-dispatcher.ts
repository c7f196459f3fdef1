import { randomUUID } from 'node:crypto'
import { endpointsOf } from '@rudder-klaviyo/sdk/stages'
import type { Account } from '../accept/account.ts'
import type { Lease } from '../outbox/outbox-store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { createAccountPauses } from './account-pause.ts'
import { createAccountReporter } from './account-report.ts'
import { systemClock, type Clock } from './clock.ts'
import { dispatcherState, type DispatcherState } from './dispatcher-state.ts'
import { createLeaseKeeper } from './lease.ts'
import type { Logger } from './logger.ts'
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
  /** Calls that are under way at the same time. @default 16 */
  readonly maxCallsCount?: number
  /** Events of the account that are held in memory, a few hundred bytes each; the rest waits in the database. @default 100_000 */
  readonly maxTakenUpCount?: number
  /** How long delivered events stay, which is how long a messageId is taken once. In milliseconds. @default 7 days */
  readonly deliveredRetentionMs?: number
  /** How long dead letters stay, and delivered events that wrote a profile or consent. In milliseconds. @default 30 days */
  readonly deadRetentionMs?: number
}

/** Delivers the events of one account while this process holds its lease. */
export interface Dispatcher {
  state(): DispatcherState
  /** Begins no more calls, waits up to 8 s for those under way, hands back the rest and frees the lease. Once. */
  stop(): Promise<void>
}

/** Starts to deliver; goes on until it is stopped. */
export function startDispatcher(options: DispatcherOptions): Dispatcher {
  const { outbox, account, logger, clock = systemClock, random = Math.random } = options
  const { maxCallsCount = 16, maxTakenUpCount = 100_000 } = options
  const { store } = outbox
  const idleMs = outbox.pollMs ?? IDLE_MS
  const endpoints = endpointsOf(account.settings.revision)
  const pauses = createAccountPauses(clock, (operation) => endpoints[operation]?.scopes ?? [])
  const reporter = createAccountReporter(store, clock, pauses)
  const signal = createWakeSignal(clock)
  let tenure: Tenure | undefined
  let mayWait = true
  let lookedAtMs = 0
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

  /** Whether this process sent for the account before. */
  let hasSent = false
  const takeOver = async ({ token }: Lease): Promise<Tenure> => {
    tenure?.abort()
    // What a former tenure still sends would be sent twice, and out of order.
    await tenure?.drained()
    tenure = undefined
    const next = createTenure({
      store,
      settler,
      token,
      // The first holder ever has nobody before it.
      isNewHolder: hasSent || token > 1,
      account,
      pauses,
      clock,
      random,
      logger,
      maxCallsCount,
      maxTakenUpCount,
      lease: ({ isRenewed }) => (isRenewed ? keeper.renew() : keeper.fresh()),
      onSettled: () => signal.wake(),
    })
    hasSent = true
    try {
      await next.load()
    } catch (error) {
      next.abort()
      throw error
    }
    return next
  }

  const step = async (): Promise<number> => {
    const lease = await keeper.fresh()
    if (lease === undefined) return IDLE_MS
    if (tenure === undefined || tenure.token !== lease.token || tenure.isAborted) tenure = await takeOver(lease)
    // Nobody tells of what another process accepted.
    if (outbox.pollMs !== undefined && clock.monotonic() - lookedAtMs >= outbox.pollMs) mayWait = true
    if (mayWait && !tenure.isFull) {
      // Before the question, so that a commit during it is not missed.
      mayWait = false
      lookedAtMs = clock.monotonic()
      if (await tenure.takeUp(lease)) mayWait = true
    }
    await reporter.beat(lease)
    // A full tenure is woken by the next settlement.
    return mayWait && !tenure.isFull ? 0 : idleMs
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

  const handBack = async (): Promise<void> => {
    await tenure?.drained()
    await tenure?.handBack()
  }

  const stop = async (): Promise<void> => {
    isStopping = true
    unsubscribe()
    signal.wake()
    // At once, and once more for a tenure that is only just being made.
    const stopped = tenure?.stop()
    await waitAtMost(STOP_MS, Promise.all([stopped, running.then(() => tenure?.stop())]), clock)
    tenure?.abort()
    await waitAtMost(ABORT_MS, handBack(), clock)
    settler.end()
    await retention.stop()
    await keeper.stop()
  }
  let stopping: Promise<void> | undefined

  return {
    state: () =>
      dispatcherState(
        {
          account: account.name,
          isHolder: keeper.isHeld(),
          backlogCount: reporter.backlogCount,
          pause: pauses.current(),
        },
        tenure,
      ),
    stop: () => (stopping ??= stop()),
  }
}

/** Waits for something, so long at most. */
async function waitAtMost(limitMs: number, work: Promise<unknown>, clock: Clock): Promise<void> {
  let cancel: (() => void) | undefined
  const late = new Promise<void>((resolve) => {
    cancel = clock.setTimer(resolve, limitMs)
  })
  await Promise.race([work, late])
  cancel?.()
}
