import type { Clock } from './clock.ts'
import { chunksOf } from './deliver/chunks-of.ts'
import type { Run, RunInput } from './deliver/run.ts'
import type { SendAllOptions, SendProgress, SendSummary } from './deliver/send-options.ts'
import type { Settlement } from './deliver/settlement.ts'

/** Events that are read and planned together. */
const CHUNK_COUNT = 500
/** Events that are handed over together as long as the stream has more at once: the more there are, the fewer the calls. */
const HANDOVER_COUNT = 10_000
/**
 * Events that are held in memory: not settled yet. A bulk import takes Klaviyo ten seconds and more, in which its limits
 * allow tens of thousands of other events.
 */
const MAX_UNSETTLED_COUNT = 75_000
/** Events that are read ahead of the oldest that is not reported; of those that are settled little is held. */
const MAX_AHEAD_COUNT = 200_000
/** How often progress is told when nothing is settled, in milliseconds. */
const PROGRESS_MS = 1_000

/** How a stream is sent. */
export interface StreamOptions extends SendAllOptions {
  readonly clock: Clock
  /** Starts the delivery; `onSettled` is told once for each event. */
  readonly start: (onSettled: (settlement: Settlement) => void) => Run
  /** Plans an event of the stream. */
  readonly prepare: (event: unknown, index: number) => RunInput
}

/**
 * Sends a stream. It is read while what was read before is being sent, as long as fewer than 75,000
 * events are not settled.
 * @throws what the stream, `onSettled` or `onProgress` throws
 */
export async function sendStream(
  events: AsyncIterable<unknown> | Iterable<unknown>,
  { signal, onSettled, onProgress, clock, start, prepare }: StreamOptions,
): Promise<SendSummary> {
  const counts = { delivered: 0, filtered: 0, retry: 0, rejected: 0 }
  /** Settled, and waiting for those before them. */
  const early = new Map<number, Settlement>()
  let reportedCount = 0
  /** Read and planned, not handed over yet. */
  let read: RunInput[] = []
  let readCount = 0
  let cancelTimer: (() => void) | undefined
  let failure: { readonly cause: unknown } | undefined
  let reporting: Promise<void> | undefined
  const changed = createTurnstile()

  const run = start((settlement) => {
    early.set(settlement.index, settlement)
    if (early.size % CHUNK_COUNT === 0) changed.open()
    startReporting()
  })
  const startReporting = (): void => {
    if (reporting !== undefined || failure !== undefined || !early.has(reportedCount)) return
    reporting = report().finally(() => {
      reporting = undefined
      changed.open()
      // What was settled while it ended.
      startReporting()
    })
  }
  const summary = (): SendSummary => ({
    deliveredCount: counts.delivered,
    filteredCount: counts.filtered,
    retryCount: counts.retry,
    rejectedCount: counts.rejected,
    requestCount: run.callCount,
  })

  const progress = (): void => {
    const heldBy = run.heldBy()
    const now: SendProgress = heldBy === undefined ? summary() : { ...summary(), heldBy }
    onProgress?.(Object.freeze(now))
  }
  /** In order, and one after the other. What it throws ends the stream. */
  const report = async (): Promise<void> => {
    // After this turn, so that what is settled together is told together.
    await Promise.resolve()
    try {
      for (let next = early.get(reportedCount); next !== undefined; next = early.get(reportedCount)) {
        early.delete(reportedCount)
        reportedCount += 1
        counts[next.status] += 1
        const told = onSettled?.(next)
        if (told instanceof Promise) await told
        if (reportedCount % CHUNK_COUNT === 0) {
          progress()
          changed.open()
        }
      }
      progress()
    } catch (cause) {
      failure ??= { cause }
    }
  }
  const tick = (): void => {
    cancelTimer = clock.setTimer(tick, PROGRESS_MS)
    try {
      progress()
    } catch (cause) {
      failure ??= { cause }
      changed.open()
    }
  }
  const isFull = () =>
    run.unsettledCount + read.length > MAX_UNSETTLED_COUNT - CHUNK_COUNT ||
    readCount - reportedCount > MAX_AHEAD_COUNT - CHUNK_COUNT
  const isOver = () => failure !== undefined || signal?.aborted === true
  const stop = () => changed.open()
  signal?.addEventListener('abort', stop, { once: true })

  try {
    if (isOver()) return Object.freeze(summary())
    if (onProgress !== undefined) cancelTimer = clock.setTimer(tick, PROGRESS_MS)
    const handOver = () => {
      run.add(read)
      read = []
    }
    try {
      for await (const chunk of chunksOf(events, CHUNK_COUNT)) {
        for (const event of chunk) read.push(prepare(event, readCount++))
        // A shorter part: the stream makes us wait.
        if (chunk.length < CHUNK_COUNT || read.length >= HANDOVER_COUNT || isFull()) handOver()
        while (isFull() && !isOver()) await changed.passed()
        if (isOver()) break
      }
    } finally {
      handOver()
    }
  } finally {
    // What was read is sent, whatever becomes of the stream.
    await untilReported()
    signal?.removeEventListener('abort', stop)
    cancelTimer?.()
    run.close()
  }
  if (failure !== undefined) throw failure.cause
  return Object.freeze(summary())

  async function untilReported(): Promise<void> {
    while (reportedCount < readCount && failure === undefined) await changed.passed()
    await reporting
  }
}

/** Lets those through who wait, each time it is opened. */
function createTurnstile(): { readonly passed: () => Promise<void>; readonly open: () => void } {
  let gate = Promise.withResolvers<void>()
  return {
    passed: () => gate.promise,
    open() {
      gate.resolve()
      gate = Promise.withResolvers<void>()
    },
  }
}
