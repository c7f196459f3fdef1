import type { EventIssue } from './issue.ts'
import type { Json } from './json.ts'

/** Deeper than any event; a program that writes it as JSON again could run out of stack. */
const MAX_LEVEL_COUNT = 500

/** A value as JSON, and what could not be brought to it. */
export interface JsonCopy {
  readonly value: Json | undefined
  readonly issues: readonly EventIssue[]
}

/**
 * A frozen copy of a value as JSON: a `Date` as ISO 8601, an object with `toJSON` as that says, `undefined` left out.
 * What JSON cannot say (a function, a symbol, a bigint, NaN, a Map, a loop) is left out with an issue.
 */
export function toJson(value: unknown, path: string): JsonCopy {
  const issues: EventIssue[] = []
  return { value: copy(value, path === '' ? [] : [path], { issues, above: new Set() }), issues }
}

/**
 * Whether a value is JSON already, at a fraction of the cost of a copy. What is nested deeper than any event is left to
 * planning, which refuses it.
 */
export function isJson(value: unknown, levelCount = 0): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean' || value === undefined
  if (value === null || levelCount > MAX_LEVEL_COUNT) return true
  if (Array.isArray(value)) {
    for (const item of value) if (!isJson(item, levelCount + 1)) return false
    return true
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if ((prototype !== Object.prototype && prototype !== null) || hasToJson(value)) return false
  // Any object has keys; what is under them is what is asked. By index, since this runs for each value of each event.
  const record = value as Readonly<Record<string, unknown>>
  for (const key in record) if (!isJson(record[key], levelCount + 1)) return false
  return true
}

interface Copying {
  readonly issues: EventIssue[]
  /** The objects that hold the one that is copied. */
  readonly above: Set<object>
}

function copy(value: unknown, path: readonly string[], copying: Copying): Json | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value
    case 'number':
      // JSON has no -0.
      return Number.isFinite(value) ? value + 0 : refuse(path, 'is not a finite number', copying)
    case 'object':
      return value === null ? null : copyObject(value, path, copying)
    case 'bigint':
      return refuse(path, 'is a bigint, which JSON does not have: give a number or a text', copying)
    case 'function':
    case 'symbol':
      return refuse(path, `is a ${typeof value}, which JSON does not have`, copying)
  }
}

function copyObject(value: object, path: readonly string[], copying: Copying): Json | undefined {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? refuse(path, 'is a Date without a time', copying) : value.toISOString()
  }
  if (value instanceof Map || value instanceof Set) {
    return refuse(path, 'is a Map or a Set, which JSON does not have: give an object or a list', copying)
  }
  const { above } = copying
  if (above.has(value)) return refuse(path, 'holds itself, which JSON cannot say', copying)
  if (above.size >= MAX_LEVEL_COUNT) return refuse(path.slice(0, 4), 'is nested too deep', copying)
  above.add(value)
  const copied = copyParts(value, path, copying)
  above.delete(value)
  return copied
}

function copyParts(value: object, path: readonly string[], copying: Copying): Json | undefined {
  if (hasToJson(value)) return copy(value.toJSON(path.at(-1) ?? ''), path, copying)
  if (Array.isArray(value)) {
    // As JSON does: what is left out of a list would move the items behind it.
    return Object.freeze(value.map((item: unknown, index) => copy(item, [...path, String(index)], copying) ?? null))
  }
  // `fromEntries` defines keys, so `__proto__` is a key like another and changes no object.
  const entries = Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const json = copy(part, [...path, key], copying)
    return json === undefined ? [] : [[key, json] as const]
  })
  return Object.freeze(Object.fromEntries(entries))
}

function hasToJson(value: object): value is { toJSON(key: string): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function'
}

function refuse(path: readonly string[], what: string, { issues }: Copying): undefined {
  const at = path.join('.')
  issues.push({ path: at, code: 'NOT_USABLE', message: `${at === '' ? 'The event' : `\`${at}\``} ${what}.` })
  return undefined
}
