import type { Json } from '@rudder-klaviyo/sdk'

/**
 * How many objects and lists may stand in one another in a body. No request of Klaviyo's documents comes near it; what is
 * nested thousands deep can be read as JSON, but not written again.
 */
export const MAX_DEPTH_COUNT = 100

/** Whether a body is nested deeper. It looks no deeper than the limit, so it ends at any depth. */
export function isTooDeep(json: Json | undefined, levelCount = MAX_DEPTH_COUNT): boolean {
  if (typeof json !== 'object' || json === null) return false
  if (levelCount === 0) return true
  return Object.values(json).some((member: Json | undefined) => isTooDeep(member, levelCount - 1))
}
