import type { Clock } from '../../clock.ts'

/** Waits by a clock; rejects with the reason of the signal when that ends it. */
export function waitFor(ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  if (signal.aborted) {
    reject(signal.reason)
    return promise
  }
  const onAbort = () => {
    cancel()
    reject(signal.reason)
  }
  const cancel = clock.setTimer(() => {
    signal.removeEventListener('abort', onAbort)
    resolve()
  }, ms)
  signal.addEventListener('abort', onAbort, { once: true })
  return promise
}
