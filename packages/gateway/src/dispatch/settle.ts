import type { Lease, OutboxStore } from '../outbox/outbox-store.ts'
import type { Settlement } from '../outbox/settlement.ts'
import type { Clock } from './clock.ts'
import type { Logger } from './logger.ts'

/** How long to wait before a settlement that was not written is tried again, in milliseconds. */
const RETRY_MS = 500

/** Settings of {@link createSettler}. */
export interface SettlerOptions {
  readonly store: OutboxStore
  readonly clock: Clock
  readonly logger: Logger
  /** The lease, renewed if need be; `undefined` without it. */
  readonly lease: () => Promise<Lease | undefined>
}

/** Writes down what became of attempts: what comes while one write runs goes into the next. */
export interface Settler {
  /**
   * Resolves to true once it is written. It is what Klaviyo answered, so it is tried until it succeeds; false when
   * somebody else holds the account since, or this settler was ended.
   */
  settle(token: number, settlement: Settlement): Promise<boolean>
  /** Gives up what could not be written; a next holder tries these events again. */
  end(): void
}

interface Waiting {
  readonly token: number
  readonly settlement: Settlement
  readonly done: (isWritten: boolean) => void
}

/** One settler for the dispatcher of an account. */
export function createSettler({ store, clock, logger, lease }: SettlerOptions): Settler {
  let waiting: Waiting[] = []
  let isRunning = false
  let isEnded = false
  let isFailing = false

  const write = async (batch: readonly Waiting[]): Promise<boolean> => {
    const held = await lease()
    if (held === undefined) return false
    const ours = batch.filter(({ token }) => token === held.token)
    for (const { done } of batch.filter(({ token }) => token !== held.token)) done(false)
    try {
      if (
        ours.length > 0 &&
        !(await store.settle(
          held,
          ours.map(({ settlement }) => settlement),
        ))
      )
        return false
    } catch (cause) {
      if (!isFailing)
        logger.error(
          `What became of events of account "${held.account}" could not be written; it is tried again.`,
          cause,
        )
      isFailing = true
      return false
    }
    isFailing = false
    for (const { done } of ours) done(true)
    return true
  }

  const run = async (): Promise<void> => {
    isRunning = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      if (isEnded) for (const { done } of batch) done(false)
      else if (!(await write(batch))) {
        waiting = [...batch, ...waiting]
        await new Promise<void>((resolve) => clock.setTimer(resolve, RETRY_MS))
      }
    }
    isRunning = false
  }

  return {
    settle: (token, settlement) =>
      new Promise((done) => {
        waiting.push({ token, settlement, done })
        if (!isRunning) void run()
      }),
    end() {
      isEnded = true
    },
  }
}
