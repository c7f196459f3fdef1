import { vi } from 'vitest'

/** Longer than this nothing here may take; it is an endless loop. */
const LONGEST_MS = 24 * 3_600_000
/** Turns of the event loop in which everything that needs no timer gets done. */
const TURNS = 4

/**
 * Runs something with timers and clocks that jump ahead as soon as nothing but time is waited for, so that minutes of
 * pauses take milliseconds, the same ones each time, jitter included. It replaces the timers of the process: one run at a time.
 * @throws {Error} when nothing is left that could end the wait
 */
export async function underVirtualTime<T>(startMs: number, run: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({
    now: startMs,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
  const random = vi.spyOn(Math, 'random').mockImplementation(createRandom())
  try {
    let isDone = false
    const done = run().finally(() => {
      isDone = true
    })
    done.catch(() => {})
    while (!isDone) {
      for (let turn = 0; turn < TURNS && !isDone; turn += 1) await nextTurn()
      if (isDone) break
      if (vi.getTimerCount() === 0) throw new Error('Nothing is left to wait for, and the run has not ended.')
      if (Date.now() - startMs > LONGEST_MS) throw new Error('The run takes more than a day.')
      vi.advanceTimersToNextTimer()
    }
    return await done
  } finally {
    random.mockRestore()
    vi.useRealTimers()
  }
}

/** Chance that is the same in each run, for jitter: a linear congruential generator. */
function createRandom(): () => number {
  let state = Number(process.env['DELIVERY_JITTER'] ?? 1)
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
