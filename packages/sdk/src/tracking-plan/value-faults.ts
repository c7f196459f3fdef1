import { ConfigError } from '../errors/config-error.ts'
import type { EventIssue } from '../event/issue.ts'
import type { Json, JsonObject } from '../event/json.ts'
import { isList, isRecord } from '../event/record.ts'
import type { StandardSchema } from './standard-schema.ts'

/** Where values stand in the event, and what they are held against, for messages. */
export interface FaultContext {
  readonly pathOf: (keys: readonly string[]) => string
  readonly what: string
}

/**
 * What a schema has against values, as issues of the event.
 * @throws {ConfigError} when the schema is asynchronous
 */
export function valueFaults(schema: StandardSchema, values: JsonObject, context: FaultContext): readonly EventIssue[] {
  const result = schema['~standard'].validate(values)
  if (result instanceof Promise) {
    // Nobody will ask for its outcome.
    result.catch(() => undefined)
    throw asynchronous(context.what)
  }
  const issues: unknown =
    typeof result === 'object' && result !== null && 'issues' in result ? result.issues : undefined
  return Array.isArray(issues) ? issues.map((issue: unknown) => toIssue(issue, values, context)) : []
}

function toIssue(issue: unknown, values: JsonObject, { pathOf, what }: FaultContext): EventIssue {
  const keys = typeof issue === 'object' && issue !== null && 'path' in issue ? keysOf(issue.path) : []
  const path = pathOf(keys)
  const value = valueAt(values, keys)
  const code = value === undefined ? 'REQUIRED' : 'NOT_USABLE'
  return { path, code, message: `\`${path}\` does not fit ${what}${wordsOf(issue, value)}.` }
}

/** The words of the schema's library, unless they repeat the value: some do, and it may be personal. */
function wordsOf(issue: unknown, value: Json | undefined): string {
  const message = typeof issue === 'object' && issue !== null && 'message' in issue ? issue.message : undefined
  if (typeof message !== 'string' || leavesOf(value).some((leaf) => message.includes(leaf))) return ''
  return `: ${message.replace(/\.$/, '')}`
}

function leavesOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  if (isList(value)) return value.flatMap(leavesOf)
  return isRecord(value) ? Object.values(value).flatMap(leavesOf) : []
}

/** By Standard Schema a step of a path is a key, or an object that holds one. */
function keysOf(path: unknown): readonly string[] {
  if (!Array.isArray(path)) return []
  return path.map((step: unknown) =>
    String(typeof step === 'object' && step !== null && 'key' in step ? step.key : step),
  )
}

function valueAt(values: JsonObject, keys: readonly string[]): Json | undefined {
  let value: Json | undefined = values
  for (const key of keys) {
    if (isList(value)) value = value[Number(key)]
    else value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  }
  return value
}

function asynchronous(what: string): ConfigError {
  const message = `The schema in ${what} validates asynchronously, and planning is synchronous: leave out its asynchronous refinements and transformations.`
  return new ConfigError([{ path: 'trackingPlan', code: 'NOT_USABLE', message }])
}
