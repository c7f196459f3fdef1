import type { Profile } from './profile.ts'

/** When each profile was subscribed to each list. */
export interface Subscribes {
  /**
   * Whether a subscribe is the first of its profile and list within 30 minutes; then it is remembered. Subscribes
   * without a list count together.
   */
  readonly isFirst: (profile: Profile, listId: string | undefined, nowMs: number) => boolean
}

const WINDOW_MS = 30 * 60_000

/** A memory in which nobody was subscribed yet. */
export function createSubscribes(): Subscribes {
  const lastMs = new WeakMap<Profile, Map<string | undefined, number>>()
  return {
    isFirst: (profile, listId, nowMs) => {
      const ofProfile = lastMs.get(profile) ?? new Map<string | undefined, number>()
      const last = ofProfile.get(listId)
      // Two that take effect in another order than they were accepted are as close as they were.
      if (last !== undefined && Math.abs(nowMs - last) < WINDOW_MS) return false
      ofProfile.set(listId, nowMs)
      lastMs.set(profile, ofProfile)
      return true
    },
  }
}
