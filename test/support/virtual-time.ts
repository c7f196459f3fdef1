import { AsyncLocalStorage } from 'node:async_hooks'
import { createTimerQueue } from './virtual-time-timers.ts'

/** The time as the packages of this workspace take it. */
export interface VirtualClock {
  now(): number
  setTimer(run: () => void, ms: number): () => void
}

/** A time that costs none: whenever all work waits, it jumps to the next timer. */
export interface VirtualTime {
  /** To be given to everything that takes part. Its times are whole milliseconds. */
  readonly clock: VirtualClock
  /**
   * Lets the work go on until it is done, and time with it. Rejects as the work does, and when it waits though no timer
   * is left, when it takes longer than `limitMs` of this time (default: a day), and when time does not move on.
   */
  run<T>(work: Promise<T> | (() => Promise<T>), options?: { limitMs?: number }): Promise<T>
  /** How far time has gone since the start. */
  elapsedMs(): number
  /**
   * Time stands still while this is computing, however many turns it needs: to be put around an in-process `fetch` and
   * around files, crypto or compression, whose threads nobody else sees. While it waits for a timer of `clock` itself, as
   * a server with slow answers does, time moves.
   */
  busy<T>(work: () => Promise<T>): Promise<T>
}

/** What is computing; it waits as long as it has timers, or what it calls has. */
interface Computing {
  readonly within: Computing | undefined
  timerCount: number
}

/** Turns of the event loop without a sign of life, after which all work is taken to wait. */
const QUIET_TURNS = 5
const DEFAULT_LIMIT_MS = 86_400_000
/** So many waits of 0 ms in a row mean that somebody asks for them for ever. */
const NO_WAITS_IN_A_ROW = 10_000

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve))

/** Starts at noon of 15 June 2024, unless told otherwise. */
export function createVirtualTime({ startMs = Date.UTC(2024, 5, 15, 12) } = {}): VirtualTime {
  const timers = createTimerQueue()
  const computing = new Set<Computing>()
  const current = new AsyncLocalStorage<Computing>()
  let nowMs = startMs
  /** Grows with every sign of life. */
  let activityCount = 0
  let isRunning = false

  const setTimer = (run: () => void, ms: number) => {
    const owner = current.getStore()
    const count = (change: 1 | -1) => {
      activityCount += 1
      for (let each = owner; each !== undefined; each = each.within) each.timerCount += change
    }
    count(1)
    return timers.add({
      setAtMs: nowMs,
      atMs: nowMs + Math.max(0, Math.ceil(ms)),
      run: AsyncLocalStorage.bind(run),
      over: () => count(-1),
    })
  }

  const isComputing = () => [...computing].some(({ timerCount }) => timerCount === 0)

  /** Resolves once nothing goes on by itself any more. */
  const quiet = async (isDone: () => boolean) => {
    let seenCount = activityCount
    for (let turns = 0; turns < QUIET_TURNS && !isDone(); turns += 1) {
      await nextTurn()
      if (seenCount === activityCount && !isComputing()) continue
      seenCount = activityCount
      turns = -1
    }
  }

  const until = async (isDone: () => boolean, limitMs: number) => {
    const endMs = nowMs + limitMs
    let noWaitCount = 0
    for (;;) {
      await quiet(isDone)
      if (isDone()) return
      const next = timers.next()
      if (next === undefined) throw nothingLeft(nowMs - startMs)
      if (next.atMs > endMs) throw tooLong(limitMs, timers.count(), next.atMs - nowMs)
      noWaitCount = next.atMs > next.setAtMs ? 0 : noWaitCount + 1
      if (noWaitCount > NO_WAITS_IN_A_ROW) throw standsStill(nowMs - startMs)
      // One at a time: what the first sets in motion may call the second off.
      nowMs = Math.max(nowMs, next.atMs)
      timers.fireNext()
    }
  }

  return {
    clock: { now: () => nowMs, setTimer },
    elapsedMs: () => nowMs - startMs,
    async run(work, { limitMs = DEFAULT_LIMIT_MS } = {}) {
      if (isRunning) throw new Error('This virtual time runs already; await one run before the next.')
      isRunning = true
      try {
        let isDone = false
        const result = typeof work === 'function' ? work() : work
        const done = () => {
          isDone = true
        }
        result.then(done, done)
        await until(() => isDone, limitMs)
        return await result
      } finally {
        isRunning = false
      }
    },
    async busy(work) {
      const token: Computing = { within: current.getStore(), timerCount: 0 }
      computing.add(token)
      try {
        return await current.run(token, work)
      } finally {
        computing.delete(token)
        activityCount += 1
      }
    },
  }
}

const nothingLeft = (elapsedMs: number) =>
  new Error(
    `After ${elapsedMs} ms of virtual time the work waits, but no timer is left. It waits for another clock or for a ` +
      'server; give everything this clock, and put busy() around calls that are computed elsewhere.',
  )

const tooLong = (limitMs: number, timerCount: number, nextMs: number) =>
  new Error(
    `The work is not done after ${limitMs} ms of virtual time; ${timerCount} timers are left, the next in ${nextMs} ms. ` +
      'Raise limitMs if it may take longer.',
  )

const standsStill = (elapsedMs: number) =>
  new Error(
    `Virtual time stands still at ${elapsedMs} ms: ${NO_WAITS_IN_A_ROW} timers in a row were set for 0 ms. ` +
      'Look for a loop that waits for a time which has come already.',
  )
