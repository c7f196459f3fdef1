import { settledCount, type Counts } from './counts.ts'
import type { Input } from './input.ts'
import type { RunResult } from './run-send.ts'

/** A run that ended, with what is needed to speak of it. */
export interface Ended {
  readonly result: RunResult
  /** What earlier runs of the same state had settled. */
  readonly before: Counts
  readonly inputs: readonly Input[]
  readonly rejectedPath: string | undefined
  readonly statePath: string | undefined
}

/** What came of it, as JSON. Counts are of all runs of a state, calls and time of this one. */
export function summaryJson({ result, before, inputs, rejectedPath, statePath }: Ended): object {
  const { counts, position, requestCount, elapsedMs, stoppedBy } = result
  return {
    deliveredCount: counts.delivered,
    filteredCount: counts.filtered,
    rejectedCount: counts.rejected,
    retryCount: counts.retry,
    settledBeforeCount: settledCount(before),
    requestCount,
    eventsPerRequest: perRequest(counts, before, requestCount),
    elapsedMs: Math.round(elapsedMs),
    // Of the whole process, in kilobytes there.
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    isFinished: stoppedBy === undefined,
    settledUpTo: { file: inputs[position.fileIndex]?.name ?? null, line: position.line },
    rejectedFile: rejectedPath ?? null,
    stateFile: statePath ?? null,
  }
}

/** The same for a person. */
export function summaryText(ended: Ended): string {
  const { result, before, rejectedPath, statePath } = ended
  const { counts, requestCount, elapsedMs, stoppedBy } = result
  const beforeCount = settledCount(before)
  const seconds = elapsedMs / 1000
  const failedCount = counts.rejected + counts.retry
  return [
    `Delivered ${text(counts.delivered)}, filtered ${text(counts.filtered)}, rejected ${text(counts.rejected)}, to be sent again ${text(counts.retry)}.` +
      (beforeCount === 0 ? '' : ` Of these ${text(beforeCount)} were settled before this run.`),
    `${text(requestCount)} calls in ${seconds.toFixed(1)} s, ${perRequest(counts, before, requestCount)} events a call.`,
    ...(failedCount > 0 ? [failedText(rejectedPath)] : []),
    ...(stoppedBy === undefined ? [] : [resumeText(ended, statePath)]),
  ].join('\n')
}

/** Said instead of sending when a former run settled everything. */
export function finishedText(statePath: string): string {
  return `--state ${statePath} is finished: nothing is sent. To send it all again, delete that file.`
}

const text = (count: number): string => count.toLocaleString('en')

function perRequest(counts: Counts, before: Counts, requestCount: number): number {
  const count = settledCount(counts) - settledCount(before)
  return requestCount === 0 ? 0 : Math.round((count * 10) / requestCount) / 10
}

function failedText(rejectedPath: string | undefined): string {
  return rejectedPath === undefined
    ? 'What was not delivered is named above; --rejected FILE keeps it in a form that can be sent again.'
    : `What was not delivered, and why: ${rejectedPath}. Mend the events in it, and send that file.`
}

function resumeText({ result, inputs }: Ended, statePath: string | undefined): string {
  if (statePath !== undefined) return 'Stopped before the end. The same command goes on from here.'
  const { fileIndex, line } = result.position
  const file = inputs[fileIndex]?.name ?? '-'
  const place = line === 0 ? 'No event is settled' : `Every event up to line ${line} of ${file} is settled`
  return `Stopped before the end. ${place}. With --state FILE, the same command goes on where it ended.`
}
