import type { OutboxStore } from '../outbox/outbox-store.ts'
import type { Clock } from './clock.ts'
import type { Logger } from './logger.ts'

const DAY_MS = 86_400_000
/** Never one big delete: it would hold up acceptance. */
const STEP_COUNT = 5_000
const BUSY_MS = 3_000
const IDLE_MS = 60_000

/** Settings of {@link startRetention}. */
export interface RetentionOptions {
  readonly store: OutboxStore
  readonly clock: Clock
  readonly logger: Logger
  /** Whether this process delivers: only the holder of an account deletes. */
  readonly isHolder: () => boolean
  /** How long delivered events stay, which is how long a messageId is taken once. @default 7 days */
  readonly deliveredMs?: number | undefined
  /** How long dead letters stay, and delivered events that wrote a profile or consent. @default 30 days */
  readonly deadMs?: number | undefined
}

/** Deletes old events in small steps until it is stopped. */
export function startRetention(options: RetentionOptions): { stop(): Promise<void> } {
  const { store, clock, logger, isHolder, deliveredMs = 7 * DAY_MS, deadMs = 30 * DAY_MS } = options
  let isStopped = false
  let cancelTimer: (() => void) | undefined
  let running: Promise<void> = Promise.resolve()

  const step = async (): Promise<void> => {
    let count = 0
    if (isHolder()) count = await removeStep()
    if (!isStopped) schedule(count >= STEP_COUNT ? BUSY_MS : IDLE_MS)
  }
  const removeStep = async (): Promise<number> => {
    try {
      const nowMs = clock.now()
      return await store.removeExpired({
        settledBeforeMs: nowMs - deliveredMs,
        deadBeforeMs: nowMs - deadMs,
        limit: STEP_COUNT,
      })
    } catch (cause) {
      logger.warn('Old events could not be deleted; it is tried again in a minute.', cause)
      return 0
    }
  }
  const schedule = (delayMs: number): void => {
    cancelTimer = clock.setTimer(() => {
      running = step()
    }, delayMs)
  }
  schedule(BUSY_MS)

  return {
    async stop() {
      isStopped = true
      cancelTimer?.()
      await running
    },
  }
}
