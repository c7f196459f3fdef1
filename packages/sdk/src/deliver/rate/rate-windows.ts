import type { Endpoint } from '../../client/endpoint.ts'
import { createRateWindow, shareOf, type WindowGate } from './rate-window.ts'

/** This part of the steady limit may go as fast as the burst limit allows; the rest is spread over the window. */
const HURRY_SHARE = 2 / 3

/**
 * How far apart the calls are that are spread: the part that may hurry has gone at the speed of the burst limit, and the
 * rest is to last until the first of them is free again. A bulk call of 10 a second and 150 a minute: (60 s - 10 s) / 50.
 */
export function spacingMsOf({ burst, steady }: Pick<Endpoint, 'burst' | 'steady'>, share: number): number {
  const limitCount = shareOf(steady.count, share)
  const hurryCount = Math.floor(limitCount * HURRY_SHARE)
  const hurryMs = (hurryCount / shareOf(burst.count, share)) * burst.windowMs
  const restMs = (steady.windowMs - hurryMs) / (limitCount - hurryCount)
  // Whole milliseconds, as clocks count. If the burst limit is the narrower one, nothing needs to be faster than the
  // steady limit itself.
  return Math.ceil(Math.max(restMs, steady.windowMs / limitCount))
}

/** The gates of an operation's limits. Nothing is spread over a day: a backlog would wait for hours with slots free. */
export function createRateWindows(endpoint: Endpoint, share: number): WindowGate[] {
  const { burst, steady, daily } = endpoint
  return [
    createRateWindow({ reason: 'burst', window: burst, share }),
    createRateWindow({ reason: 'steady', window: steady, share, spacingMs: spacingMsOf(endpoint, share) }),
    ...(daily === undefined ? [] : [createRateWindow({ reason: 'daily', window: daily, share })]),
  ]
}
