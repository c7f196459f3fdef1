import type { Json, JsonObject } from '@rudder-klaviyo/sdk'

/** The value as a JSON object; an empty one when it is something else. */
export function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
