import type { Settlement } from '@rudder-klaviyo/sdk'
import { NO_COUNTS, type Counts } from './counts.ts'
import type { Entry, Position } from './entry.ts'
import type { Progressed } from './checkpoint.ts'
import type { EntryQueue } from './entry-queue.ts'
import { reasonOf, rejectedLine } from './rejected-line.ts'

/** What settling works with. */
export interface SettlingOptions {
  /** The entries under way, in order. */
  readonly queue: EntryQueue<Entry>
  /** Where the run starts. */
  readonly from: Progressed
  readonly isStopping: () => boolean
  /** Called when Klaviyo refuses the key: going on would fail with every event. */
  readonly onKeyRefused: (message: string) => void
  /** Keeps an event that was not delivered, and its reason. */
  readonly onFailed: (line: string, message: string) => Promise<void> | undefined
  /** Called when one more is settled. */
  readonly onAdvanced: () => void
}

/** Takes settlements, in order. */
export interface Settling {
  readonly onSettled: (settlement: Settlement) => void | Promise<void>
  readonly progressed: () => Progressed
  /** Bytes of the inputs that were read when the last settled line was; `undefined` before the first. */
  readonly readBytes: () => number | undefined
}

/** Counts settlements, keeps what was not delivered, and knows how far the run has come. */
export function createSettling(options: SettlingOptions): Settling {
  const { queue, from, isStopping } = options
  const counts: { -readonly [Status in keyof Counts]: number } = { ...NO_COUNTS, ...from.counts }
  let position: Position = from.position
  let readBytes: number | undefined
  // Nothing counts from the first event that a stop cut off: what comes after it is read and sent again.
  let isCutOff = false

  const progressed = (): Progressed => ({ position, counts: { ...counts } })
  const keep = (entry: Entry, settlement: Extract<Settlement, { error: unknown }>): Promise<void> | undefined => {
    const reason = reasonOf(entry.refusal, settlement)
    const place = `${entry.file}, line ${entry.position.line}`
    const message = entry.refusal === undefined ? `${place}: ${reason.message}` : reason.message
    return options.onFailed(rejectedLine(entry, reason), message)
  }

  return {
    progressed,
    readBytes: () => readBytes,
    onSettled(settlement) {
      const entry = queue.shift()
      if (entry === undefined) throw new Error('An event was settled that was not sent.')
      if (settlement.status === 'retry') {
        // CONFIG_INVALID: the key could not be read.
        if (settlement.error.code === 'NOT_AUTHORIZED' || settlement.error.code === 'CONFIG_INVALID') {
          options.onKeyRefused(settlement.error.message)
        }
        isCutOff ||= isStopping()
      }
      if (isCutOff) return undefined
      counts[settlement.status] += 1
      ;({ position, readBytes } = entry)
      options.onAdvanced()
      return 'error' in settlement ? keep(entry, settlement) : undefined
    },
  }
}
