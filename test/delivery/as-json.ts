import type { JsonObject } from '@rudder-klaviyo/sdk'

/** A text as a JSON object; `{}` for what is none, such as an empty body. */
export function asJson(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text)
    // What JSON.parse gives is JSON; its type cannot say so.
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
  } catch {
    return {}
  }
}
