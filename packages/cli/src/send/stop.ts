import { constants } from 'node:os'

/** Why a run ends before its input does. */
export type StopReason =
  | { readonly kind: 'signal'; readonly signal: StopSignal }
  | { readonly kind: 'key-refused'; readonly message: string }
  /** How far it came can no longer be recorded. */
  | { readonly kind: 'not-saved'; readonly error: unknown }

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
type StopSignal = (typeof SIGNALS)[number]

/** Ends a run in two steps: no more is read, and what is under way has a while to end. */
export interface Stop extends Disposable {
  readonly reading: AbortSignal
  readonly sending: AbortSignal
  readonly reason: () => StopReason | undefined
  readonly request: (reason: StopReason) => void
}

/** What is under way may take so long after a stop. */
export const GRACE_MS = 5_000

/**
 * Listens for the signals that end a process, until it is disposed of. Later ones are ignored: the stop is under way,
 * and a terminal sends Ctrl-C to every process of the group.
 */
export function createStop(onStop: (reason: StopReason) => void): Stop {
  const reading = new AbortController()
  const sending = new AbortController()
  let reason: StopReason | undefined
  let timer: NodeJS.Timeout | undefined
  const request = (why: StopReason): void => {
    if (reason !== undefined) return
    reason = why
    reading.abort()
    // With a key that is refused nothing under way can end well.
    if (why.kind === 'signal') timer = setTimeout(() => sending.abort(), GRACE_MS)
    else sending.abort()
    onStop(why)
  }
  const listeners = SIGNALS.map((signal) => {
    const listener = (): void => request({ kind: 'signal', signal })
    process.on(signal, listener)
    return () => process.off(signal, listener)
  })
  return {
    reading: reading.signal,
    sending: sending.signal,
    reason: () => reason,
    request,
    [Symbol.dispose]() {
      clearTimeout(timer)
      for (const remove of listeners) remove()
    },
  }
}

/** The exit status of a process that a signal ended, by the shells' rule: 130 for Ctrl-C. */
export function exitStatusOf(signal: StopSignal): number {
  return 128 + constants.signals[signal]
}
