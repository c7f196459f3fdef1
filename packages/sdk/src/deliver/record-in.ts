import type { JsonObject } from '../event/json.ts'
import { isRecord } from '../event/record.ts'

/** The object at a key of a body; an empty one when there is none, so that a walk down a body needs no questions. */
export function recordIn(record: JsonObject, key: string): JsonObject {
  const value = record[key]
  return isRecord(value) ? value : {}
}
