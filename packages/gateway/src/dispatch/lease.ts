import type { Lease, OutboxStore } from '../outbox/outbox-store.ts'
import type { Clock } from './clock.ts'
import type { Logger } from './logger.ts'

/** How long a lease holds without a renewal, in milliseconds: after that another process takes over. */
const LEASE_MS = 5_000
const RENEW_MS = 1_000
/** A heartbeat that comes this much late means that the process stood still: nothing is sent before a renewal. */
const GAP_MS = 500

/** Settings of {@link createLeaseKeeper}. */
export interface LeaseKeeperOptions {
  readonly store: OutboxStore
  readonly account: string
  /** The name of this process among all. */
  readonly holder: string
  readonly clock: Clock
  readonly logger: Logger
  /** Called after every heartbeat. */
  readonly onBeat: () => void
  /** Called when the lease is over: whatever is under way must end. */
  readonly onLost: () => void
}

/** Takes the lease of an account when it is free, and keeps it. */
export interface LeaseKeeper {
  /** The lease, renewed first when the heartbeat stood still; `undefined` without it. */
  fresh(): Promise<Lease | undefined>
  /** Renews now: in the step before something that must not be late. */
  renew(): Promise<Lease | undefined>
  /** Whether it is held, by both clocks. */
  isHeld(): boolean
  /** Ends the heartbeat and frees the lease. */
  stop(): Promise<void>
}

/** Starts the heartbeat. */
export function createLeaseKeeper(options: LeaseKeeperOptions): LeaseKeeper {
  const { store, account, holder, clock, logger, onBeat, onLost } = options
  let held: { lease: Lease; askedAtMs: number; askedAtMonotonicMs: number } | undefined
  let renewing: Promise<Lease | undefined> | undefined
  let cancelTimer: (() => void) | undefined
  let isStopped = false
  let isFailing = false

  /** The longer of two clocks: one stands still in a suspended machine, the other may be set back. */
  const ageMs = (since: { askedAtMs: number; askedAtMonotonicMs: number }): number =>
    Math.max(clock.now() - since.askedAtMs, clock.monotonic() - since.askedAtMonotonicMs)
  const isHeld = (): boolean => held !== undefined && ageMs(held) < LEASE_MS
  const current = (): Lease | undefined => (isHeld() ? held?.lease : undefined)

  const ask = async (): Promise<Lease | undefined> => {
    // From before the question, so that the time on the way makes ours end first.
    const asked = { askedAtMs: clock.now(), askedAtMonotonicMs: clock.monotonic() }
    try {
      const lease = await store.takeLease({ account, holder, leaseMs: LEASE_MS })
      isFailing = false
      held = lease === undefined ? undefined : { lease, ...asked }
    } catch (cause) {
      if (!isFailing)
        logger.error(`The lease of account "${account}" could not be renewed; nothing is delivered until it is.`, cause)
      isFailing = true
    }
    if (!isHeld()) onLost()
    return current()
  }
  const renew = (): Promise<Lease | undefined> => {
    if (isStopped) return Promise.resolve(undefined)
    renewing ??= ask().finally(() => (renewing = undefined))
    return renewing
  }
  const beat = async (): Promise<void> => {
    await renew()
    if (isStopped) return
    cancelTimer = clock.setTimer(() => void beat(), RENEW_MS)
    onBeat()
  }
  void beat()

  return {
    renew,
    isHeld,
    async fresh() {
      return held !== undefined && ageMs(held) <= RENEW_MS + GAP_MS ? held.lease : await renew()
    },
    async stop() {
      isStopped = true
      cancelTimer?.()
      await renewing
      if (held === undefined) return
      try {
        await store.releaseLease(held.lease)
      } catch (cause) {
        logger.warn(
          `The lease of account "${account}" could not be freed; it runs out in ${LEASE_MS / 1_000} s.`,
          cause,
        )
      }
      held = undefined
    },
  }
}
