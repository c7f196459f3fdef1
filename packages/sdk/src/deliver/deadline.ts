/** A signal that ends with the caller's, or when the time is up. */
export interface Deadline {
  readonly signal: AbortSignal
  readonly isTimeout: () => boolean
  /** Milliseconds that are left. */
  readonly leftMs: () => number
  /** Waits; resolves early when the signal ends. */
  readonly wait: (ms: number) => Promise<void>
  readonly release: () => void
}

/** Starts the clock of one event. A timer of our own ends with it, so that a finished program need not wait for it. */
export function startDeadline(timeoutMs: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController()
  const startedAtMs = performance.now()
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    controller.abort(new DOMException('The time for the event is up.', 'TimeoutError'))
  }, timeoutMs)
  const onAbort = () => controller.abort(caller?.reason)
  if (caller?.aborted === true) onAbort()
  caller?.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    isTimeout: () => timedOut,
    leftMs: () => timeoutMs - (performance.now() - startedAtMs),
    wait: (ms) => waitFor(ms, controller.signal),
    release: () => {
      clearTimeout(timer)
      caller?.removeEventListener('abort', onAbort)
    },
  }
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (signal.aborted) return Promise.resolve()
  const done = () => {
    clearTimeout(timer)
    signal.removeEventListener('abort', done)
    resolve()
  }
  const timer = setTimeout(done, ms)
  signal.addEventListener('abort', done, { once: true })
  return promise
}
