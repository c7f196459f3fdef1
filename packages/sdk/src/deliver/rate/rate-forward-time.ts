import type { Clock } from '../../clock.ts'

/** A time that never goes back, and the way from it to the clock it is read from. */
export interface ForwardTime {
  now(): number
  toClock(ms: number): number
  fromClock(ms: number): number
}

/**
 * Stands still while the clock is set back, and goes on from there: a slot that becomes free in a second must not be
 * held for an hour because somebody set the clock back by one. Set forth, the clock is believed: slots are free early,
 * and Klaviyo's 429 says so without harm.
 */
export function createForwardTime(clock: Pick<Clock, 'now'>): ForwardTime {
  let lastMs = clock.now()
  let offsetMs = 0

  const now = () => {
    const wallMs = clock.now()
    if (wallMs + offsetMs < lastMs) offsetMs = lastMs - wallMs
    lastMs = wallMs + offsetMs
    return lastMs
  }
  // Read first: the clock may have been set back just now.
  const offset = () => now() - clock.now()

  return { now, toClock: (ms) => ms - offset(), fromClock: (ms) => ms + offset() }
}
