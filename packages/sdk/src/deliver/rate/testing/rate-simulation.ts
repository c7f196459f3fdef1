import type { Endpoint } from '../../../client/endpoint.ts'
import type { RateLimiter } from '../rate-limiter.ts'
import { createRateLimiter } from '../rate-limiter.ts'

/** The bulk calls' limits, whose long silence would hurt most. */
export const BULK: Endpoint = {
  method: 'POST',
  path: '/api/event-bulk-create-jobs',
  burst: { count: 10, windowMs: 1_000 },
  steady: { count: 150, windowMs: 60_000 },
  scopes: [],
  limits: {},
}

/** An operation with limits of one's own. */
export const endpointOf = (burstCount: number, steadyCount: number): Endpoint => ({
  ...BULK,
  burst: { count: burstCount, windowMs: 1_000 },
  steady: { count: steadyCount, windowMs: 60_000 },
})

interface Due {
  atMs: number
  run: () => void
}

/** A limiter of one operation, `op`, and a time that goes forward from event to event. */
export interface RateSimulation {
  limiter: RateLimiter
  nowMs(): number
  /** Runs once at that time. */
  at(atMs: number, run: () => void): void
  /** Goes on to that time; what is due on the way runs. */
  goTo(atMs: number): void
  setClock(ms: number): void
}

/** Starts at `startMs`. */
export function createRateSimulation(
  endpoint: Endpoint,
  options: { share?: number; isNewHolder?: boolean; startMs?: number } = {},
): RateSimulation {
  let nowMs = options.startMs ?? 1_000_000
  let due: Due[] = []
  return {
    limiter: createRateLimiter({ share: 1, ...options, endpoints: { op: endpoint }, clock: { now: () => nowMs } }),
    nowMs: () => nowMs,
    at: (atMs, run) => void due.push({ atMs, run }),
    setClock(ms) {
      nowMs = ms
    },
    goTo(untilMs) {
      for (;;) {
        const [next] = due.filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs)
        if (next === undefined) break
        due = due.filter((other) => other !== next)
        nowMs = Math.max(nowMs, next.atMs)
        next.run()
      }
      nowMs = Math.max(nowMs, untilMs)
    },
  }
}

/** Begins a call, answered after `latencyMs` with the headers that are made when it begins. */
export function call(simulation: RateSimulation, latencyMs = 0, makeHeaders = () => new Headers()): boolean {
  const slot = simulation.limiter.take('op')
  if (slot === undefined) return false
  const headers = makeHeaders()
  if (latencyMs === 0) slot.answered(headers)
  else simulation.at(simulation.nowMs() + latencyMs, () => slot.answered(headers))
  return true
}

/** Begins `count` calls as fast as the limiter allows; gives when each began, ms since the first moment. */
export function callInARow(
  simulation: RateSimulation,
  count: number,
  latencyMs = 0,
  makeHeaders = () => new Headers(),
): number[] {
  const startMs = simulation.nowMs()
  const begunMs: number[] = []
  while (begunMs.length < count) {
    if (call(simulation, latencyMs, makeHeaders)) begunMs.push(simulation.nowMs() - startMs)
    else goToNext(simulation)
  }
  return begunMs
}

/** On to when a call may begin; by a little when only an answer can free a slot. */
export function goToNext(simulation: RateSimulation): void {
  const nextMs = simulation.limiter.nextAtMs('op')
  simulation.goTo(Number.isFinite(nextMs) ? nextMs : simulation.nowMs() + 10)
}

/** The answer's word on the steady window. */
export const remaining = (leftCount: number, resetS: number): Headers =>
  new Headers({ 'RateLimit-Limit': '150', 'RateLimit-Remaining': `${leftCount}`, 'RateLimit-Reset': `${resetS}` })
