import type { EventIssue } from '../event/issue.ts'
import type { Json, JsonObject } from '../event/json.ts'
import { isRecord } from '../event/record.ts'
import { toJson, type JsonCopy } from '../event/to-json.ts'

/** The argument of a step as JSON, without what is `undefined`, and what is wrong with it. */
export interface Given {
  readonly values: JsonObject
  readonly issues: readonly EventIssue[]
}

/**
 * Reads the object that a step was given. With `known`, other keys are issues: types refuse them, and plain JavaScript
 * should not lose a misspelt one in silence.
 */
export function readGiven(given: unknown, step: string, known?: readonly string[]): Given {
  const { value, issues } = toJson(given, step)
  if (!isRecord(value)) {
    // What is no JSON has its issue; `undefined` is an argument that was left out.
    const isSaid = issues.length > 0 || value === undefined
    return { values: {}, issues: isSaid ? issues : [issueOf(step, `takes an object.`)] }
  }
  if (known === undefined) return { values: value, issues }
  const unknown = Object.keys(value).filter((key) => !known.includes(key))
  const remedy = `is not one of ${known.join(', ')}.`
  return {
    values: Object.fromEntries(Object.entries(value).filter(([key]) => known.includes(key))),
    issues: [...issues, ...unknown.map((key) => issueOf(`${step}.${key}`, remedy))],
  }
}

/** Reads the one value that a step was given. */
export function readOne(given: unknown, step: string): JsonCopy {
  return toJson(given, step)
}

/** The object at a key, `{}` when there is none. */
export function recordAt(values: JsonObject, key: string): JsonObject {
  const value: Json | undefined = values[key]
  return isRecord(value) ? value : {}
}

const issueOf = (path: string, what: string): EventIssue => ({
  path,
  code: 'NOT_USABLE',
  message: `\`${path}\` ${what}`,
})
