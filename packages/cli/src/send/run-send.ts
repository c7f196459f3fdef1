import type { Klaviyo, SendSummary } from '@rudder-klaviyo/sdk'
import type { Checkpoint, Progressed } from './checkpoint.ts'
import { settledCount } from './counts.ts'
import type { Entry } from './entry.ts'
import { createQueue } from './entry-queue.ts'
import type { HeldBy } from './held-by.ts'
import type { Input } from './input.ts'
import { createPace } from './pace.ts'
import { startPeriodicSave } from './periodic-save.ts'
import { readEntries } from './read-entries.ts'
import type { RejectedFile } from './rejected-file.ts'
import { startReporter, type ReportStream } from './reporter.ts'
import { createSettling } from './settling.ts'
import { createStop, GRACE_MS, type StopReason } from './stop.ts'

/** What a run works with. */
export interface RunOptions {
  readonly klaviyo: Pick<Klaviyo, 'sendAll'>
  readonly inputs: readonly Input[]
  /** Where it starts. */
  readonly from: Progressed
  readonly rejected: RejectedFile | undefined
  readonly checkpoint: Checkpoint | undefined
  readonly stream: ReportStream
}

/** What came of a run. */
export interface RunResult extends Progressed {
  readonly stoppedBy: StopReason | undefined
  /** Calls of Klaviyo. */
  readonly requestCount: number
  readonly elapsedMs: number
}

interface Progress extends SendSummary {
  readonly heldBy?: HeldBy | undefined
}

const SAVE_EVERY_MS = 1_000
/** Reasons that are told one by one when a file holds them all. */
const TOLD_COUNT = 10

/** Reads, sends and settles until the input ends or something stops it. */
export async function runSend({ klaviyo, inputs, from, rejected, checkpoint, stream }: RunOptions): Promise<RunResult> {
  const startMs = performance.now()
  const queue = createQueue<Entry>()
  let progress: Progress | undefined
  let failedCount = 0

  using stop = createStop((reason) => {
    if (reason.kind === 'key-refused') reporter.problem(`Klaviyo refuses the key: ${reason.message}`)
    if (reason.kind === 'signal')
      reporter.note(`Stopping: nothing more is read; what is under way has ${GRACE_MS / 1000} seconds to end.`)
  })
  const settling = createSettling({
    queue,
    from,
    isStopping: () => stop.reason() !== undefined,
    onKeyRefused: (message) => stop.request({ kind: 'key-refused', message }),
    onFailed(line, message) {
      failedCount += 1
      if (rejected === undefined || failedCount <= TOLD_COUNT) reporter.problem(message)
      else if (failedCount === TOLD_COUNT + 1) reporter.note(`More that are not delivered: see ${rejected.path}`)
      return rejected?.add(line)
    },
    onAdvanced: () => saving.touch(),
  })
  const saving = startPeriodicSave({
    save: async () => checkpoint?.(settling.progressed()),
    everyMs: SAVE_EVERY_MS,
    onFailed: (error) => stop.request({ kind: 'not-saved', error }),
  })
  const pace = createPace()
  const totalBytes = sizeOf(inputs)
  using reporter = startReporter(stream, () => {
    const count = settledCount(settling.progressed().counts)
    const readBytes = settling.readBytes()
    const share = totalBytes === undefined || readBytes === undefined ? undefined : readBytes / totalBytes
    const sample = { atMs: performance.now(), settledCount: count, share }
    return { settledCount: count, share, pace: pace(sample), heldBy: progress?.heldBy, nowMs: Date.now() }
  })

  async function* events(): AsyncGenerator<unknown> {
    for await (const entry of readEntries(inputs, { after: from.position, signal: stop.reading })) {
      queue.push(entry)
      yield entry.event
    }
  }
  const onProgress = (latest: Progress): void => {
    progress = latest
  }
  let summary: SendSummary
  try {
    summary = await klaviyo.sendAll(events(), { signal: stop.sending, onSettled: settling.onSettled, onProgress })
  } finally {
    await saving.end()
  }
  const stoppedBy = stop.reason()
  if (stoppedBy?.kind === 'not-saved') throw stoppedBy.error
  if (stoppedBy === undefined && queue.shift() !== undefined) throw new Error('An event was sent and not settled.')
  await checkpoint?.(settling.progressed(), stoppedBy === undefined)
  return {
    ...settling.progressed(),
    stoppedBy,
    requestCount: summary.requestCount,
    elapsedMs: performance.now() - startMs,
  }
}

function sizeOf(inputs: readonly Input[]): number | undefined {
  let total = 0
  for (const { sizeBytes } of inputs) {
    if (sizeBytes === undefined) return undefined
    total += sizeBytes
  }
  // Of empty files nothing is a share.
  return total === 0 ? undefined : total
}
