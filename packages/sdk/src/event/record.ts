import type { Json, JsonObject } from './json.ts'

/** A JSON object of an event. Events are JSON: what is no JSON (a function, a `Date`) has no place in one. */
export type EventRecord = JsonObject

/** Whether a value is a JSON object: neither `null` nor a list. */
export function isRecord(value: unknown): value is EventRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a JSON list. */
export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

/** The object at a key of a body; an empty one when there is none, so that a walk down a body needs no questions. */
export function recordIn(record: EventRecord, key: string): EventRecord {
  const value = record[key]
  return isRecord(value) ? value : {}
}
