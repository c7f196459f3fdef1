import type { Lease, OutboxStore } from '../outbox/outbox-store.ts'
import type { Settlement } from '../outbox/settlement.ts'
import type { Clock } from './clock.ts'
import type { Logger } from './logger.ts'

/** How long to wait before something that was not written is tried again, in milliseconds. */
const RETRY_MS = 500

/** Settings of {@link createSettler}. */
export interface SettlerOptions {
  readonly store: Pick<OutboxStore, 'settle' | 'follow'>
  readonly clock: Clock
  readonly logger: Logger
  /** The lease, renewed if need be; `undefined` without it. */
  readonly lease: () => Promise<Lease | undefined>
}

/** A bulk import that carries events. */
export interface FollowedJob {
  readonly job: string
  readonly seqs: readonly number[]
}

/**
 * Writes down what Klaviyo answered, so each method tries until it succeeds. Resolves to true once it is written; to false
 * when somebody else holds the account since, or this settler was ended.
 */
export interface Settler {
  /** What comes while one write runs goes into the next. */
  settle(token: number, settlements: readonly Settlement[]): Promise<boolean>
  follow(token: number, job: FollowedJob): Promise<boolean>
  /** Gives up what could not be written; a next holder tries these events again. */
  end(): void
}

interface Waiting {
  readonly token: number
  readonly settlements: readonly Settlement[]
  readonly done: (isWritten: boolean) => void
}

/** One settler for the dispatcher of an account. */
export function createSettler({ store, clock, logger, lease }: SettlerOptions): Settler {
  let waiting: Waiting[] = []
  let isRunning = false
  let isEnded = false
  let isFailing = false

  const pause = () => new Promise<void>((resolve) => void clock.setTimer(resolve, RETRY_MS))

  /** Whether it was written. */
  const tryTo = async (held: Lease, write: () => Promise<boolean>): Promise<boolean> => {
    try {
      const isWritten = await write()
      if (isWritten) isFailing = false
      return isWritten
    } catch (cause) {
      if (!isFailing)
        logger.error(
          `What became of events of account "${held.account}" could not be written; it is tried again.`,
          cause,
        )
      isFailing = true
      return false
    }
  }

  const write = async (batch: readonly Waiting[]): Promise<boolean> => {
    const held = await lease()
    if (held === undefined) return false
    const ours = batch.filter(({ token }) => token === held.token)
    for (const { done } of batch.filter(({ token }) => token !== held.token)) done(false)
    const settlements = ours.flatMap((one) => one.settlements)
    if (settlements.length > 0 && !(await tryTo(held, () => store.settle(held, settlements)))) return false
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
        await pause()
      }
    }
    isRunning = false
  }

  return {
    settle: (token, settlements) =>
      settlements.length === 0
        ? Promise.resolve(true)
        : new Promise((done) => {
            waiting.push({ token, settlements, done })
            if (!isRunning) void run()
          }),
    async follow(token, { job, seqs }) {
      while (!isEnded) {
        const held = await lease()
        if (held !== undefined && held.token !== token) return false
        if (held !== undefined && (await tryTo(held, () => store.follow(held, seqs, job)))) return true
        await pause()
      }
      return false
    },
    end() {
      isEnded = true
    },
  }
}
