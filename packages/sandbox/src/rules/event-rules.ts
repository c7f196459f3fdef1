import type { Json, JsonObject } from '@rudder-klaviyo/sdk'
import { pointerTo } from '../json-pointer.ts'
import type { OperationLimits } from '../openapi/document.ts'
import type { EventAttributes } from '../operations/bodies.ts'
import type { Fault } from '../refusal.ts'

const OLDEST_MS = Date.UTC(2000, 0, 1)
const YEAR_MS = 365 * 24 * 60 * 60 * 1000

/** An event of a request and the pointer to its `attributes`. */
export interface EventAt {
  readonly attributes: EventAttributes
  readonly pointer: string
}

/** What no schema says of an event: when it can have happened, and the sizes that the document states. */
export function eventFaults({ attributes, pointer }: EventAt, limits: OperationLimits, nowMs: number): Fault[] {
  const metric = `${pointer}/metric/data/attributes/name`
  return [
    ...timeFaults(attributes.time, pointerTo(pointer, 'time'), nowMs),
    ...nameFaults(attributes.metric.data.attributes.name, metric, limits),
    ...(fits(attributes.properties, limits)
      ? []
      : sizeFaults(attributes.properties, pointerTo(pointer, 'properties'), limits)),
  ]
}

function timeFaults(time: string | null | undefined, pointer: string, nowMs: number): Fault[] {
  if (time == null) return []
  const timeMs = Date.parse(time)
  if (timeMs >= OLDEST_MS && timeMs <= nowMs + YEAR_MS) return []
  return [{ pointer, detail: 'The time must lie between the year 2000 and one year from now.' }]
}

function nameFaults(name: string, pointer: string, { maxMetricNameChars = Infinity }: OperationLimits): Fault[] {
  if (name.trim() === '') return [{ pointer, detail: 'The name of a metric must not be empty.' }]
  if (name.length <= maxMetricNameChars) return []
  return [{ pointer, detail: `The name of a metric may have ${maxMetricNameChars} characters.` }]
}

/** Whether there is nothing to say of a value, which is said without a pointer to each of its members. */
function fits(value: Json | undefined, limits: OperationLimits, level = 0): boolean {
  if (typeof value === 'string') return isShort(value, limits)
  if (typeof value !== 'object' || value === null) return true
  const { maxNestingLevelsCount = Infinity, maxArrayItemsCount = Infinity } = limits
  if (level >= maxNestingLevelsCount || (Array.isArray(value) && value.length > maxArrayItemsCount)) return false
  return Object.values(value).every((member: Json | undefined) => fits(member, limits, level + 1))
}

/** Where a value is larger than the document allows; the first place of each branch. */
function sizeFaults(value: Json | undefined, pointer: string, limits: OperationLimits, level = 0): Fault[] {
  if (typeof value === 'string') return stringFaults(value, pointer, limits)
  if (typeof value !== 'object' || value === null) return []
  const { maxNestingLevelsCount = Infinity, maxArrayItemsCount = Infinity } = limits
  if (level >= maxNestingLevelsCount) {
    return [{ pointer, detail: `Event properties may be nested ${maxNestingLevelsCount} levels deep.` }]
  }
  if (Array.isArray(value) && value.length > maxArrayItemsCount) {
    return [{ pointer, detail: `A list in event properties may have ${maxArrayItemsCount} items.` }]
  }
  return entriesOf(value).flatMap(([key, member]) => sizeFaults(member, pointerTo(pointer, key), limits, level + 1))
}

const entriesOf = (value: JsonObject | readonly Json[]): [string, Json | undefined][] => Object.entries(value)

function stringFaults(value: string, pointer: string, limits: OperationLimits): Fault[] {
  return isShort(value, limits) ? [] : [{ pointer, detail: `A text may have ${limits.maxStringBytes} bytes.` }]
}

/** A character has at most three bytes for each UTF-16 unit, so most texts need no counting. */
const isShort = (value: string, { maxStringBytes = Infinity }: OperationLimits) =>
  value.length * 3 <= maxStringBytes || Buffer.byteLength(value) <= maxStringBytes
