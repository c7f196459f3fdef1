import { chunksOf } from './deliver/chunks-of.ts'
import type { SendAllOptions, SendSummary } from './deliver/send-options.ts'
import type { Settlement } from './deliver/settlement.ts'

/** Events that are read and sent together: enough for full calls of Klaviyo, little enough for the memory. */
const CHUNK_COUNT = 500

/** Sends one part of a stream and gives its settlements, in order. */
export interface PartSender {
  readonly send: (events: readonly unknown[], firstIndex: number) => Promise<readonly Settlement[]>
  /** How many calls were made so far. */
  readonly requestCount: () => number
}

/**
 * Sends a stream part by part. It reads no further than it has sent.
 * @throws what the stream, `onSettled` or `onProgress` throws
 */
export async function sendAllParts(
  events: AsyncIterable<unknown> | Iterable<unknown>,
  sender: PartSender,
  { signal, onSettled, onProgress }: SendAllOptions,
): Promise<SendSummary> {
  const counts = { delivered: 0, filtered: 0, retry: 0, rejected: 0 }
  let index = 0
  const summary = (): SendSummary =>
    Object.freeze({
      deliveredCount: counts.delivered,
      filteredCount: counts.filtered,
      retryCount: counts.retry,
      rejectedCount: counts.rejected,
      requestCount: sender.requestCount(),
    })
  const isEnded = () => signal?.aborted === true
  if (isEnded()) return summary()
  for await (const chunk of chunksOf(events, CHUNK_COUNT)) {
    const settlements = await sender.send(chunk, index)
    index += chunk.length
    for (const settlement of settlements) {
      counts[settlement.status] += 1
      await onSettled?.(settlement)
    }
    onProgress?.(summary())
    if (isEnded()) break
  }
  return summary()
}
