import type { EventWarning } from '@rudder-klaviyo/sdk'

/** A JSON object of an argument. */
export type JsonRecord = Readonly<Record<string, unknown>>

/** Where something of an event stands in the argument: the path in the event, the path in the argument. */
export type PathRule = readonly [eventPath: string, argumentPath: string]

/** A RudderStack event that was made of an argument, and the way back from its paths. */
export interface ArgumentEvent {
  readonly event: JsonRecord
  /** The longest event path that fits decides; see `createArgumentPaths`. */
  readonly rules: readonly PathRule[]
  /** What could not become part of the event. Paths are those of the argument. */
  readonly warnings: readonly EventWarning[]
}

/** Whether a value is a JSON object: neither `null` nor a list. */
export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The entries that say something: neither `null` nor left out. */
export function given(entries: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null && value !== undefined))
}

/** A lenient `JSONObject`: anything else is left out with a warning. */
export function readObject(value: unknown, path: string, warnings: EventWarning[]): JsonRecord {
  if (isJsonRecord(value)) return value
  if (value !== undefined && value !== null) warnings.push(notUsable(path, 'is not a JSON object and was left out.'))
  return {}
}

/** A key as a part of a path: one that holds a dot is quoted. */
export function pathKey(key: string): string {
  return key.includes('.') ? JSON.stringify(key) : key
}

/** The warning about a part of an argument that cannot be used. */
export function notUsable(path: string, what: string): EventWarning {
  return { path, code: 'NOT_USABLE', message: `\`${path}\` ${what}` }
}
