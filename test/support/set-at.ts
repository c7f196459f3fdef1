import type { JsonObject } from '@rudder-klaviyo/sdk'

/** A copy of an event with a value at a dotted path; an entry of `context.externalId` is written as in the messages. */
export function setAt(event: JsonObject, path: string, value: JsonObject[string]): JsonObject {
  const [key = '', ...rest] = path.split('.')
  if (key.startsWith('externalId[')) return { ...event, externalId: [{ type: 'klaviyo-profileId', id: value }] }
  if (rest.length === 0) return { ...event, [key]: value }
  const child = event[key]
  const inner = typeof child === 'object' && child !== null && !Array.isArray(child) ? child : {}
  // The check above leaves objects; Array.isArray does not narrow a readonly array away.
  return { ...event, [key]: setAt(inner as JsonObject, rest.join('.'), value) }
}

/** The value at a dotted path of what was planned; a number steps into a list. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)]
    return typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined // an object has keys
  }, value)
}
