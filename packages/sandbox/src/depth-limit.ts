import type { Json } from '@rudder-klaviyo/sdk'

/**
 * How many objects and lists may stand in one another in a body. No request of Klaviyo's documents comes near it; what is
 * nested thousands deep can be read as JSON, but not written again.
 */
export const MAX_DEPTH_COUNT = 100

/** Whether a body is nested deeper. It goes level by level, since recursion would itself end at such a depth. */
export function isTooDeep(json: Json): boolean {
  let level: object[] = isBranch(json) ? [json] : []
  for (let depth = 0; depth < MAX_DEPTH_COUNT && level.length > 0; depth += 1) {
    level = level.flatMap((branch) => Object.values(branch).filter((value: unknown) => isBranch(value)))
  }
  return level.length > 0
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null
