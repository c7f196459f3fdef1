import * as z from 'zod'
import { OPERATION_TABLE } from '../operations/operation-table.ts'

const EVERY_OPERATION = '*'

const whole = z.int().nonnegative()
const atLeastOne = z.int().positive()
const milliseconds = z.number().nonnegative()
const words = z.string().min(1)

const operation = words.refine(
  (id) => id === EVERY_OPERATION || Object.hasOwn(OPERATION_TABLE, id),
  'is no operation of the documents; "*" means all of them',
)

/** Which requests a rule is about. */
const which = {
  /** Operation ids; `*`, or without it, all. */
  operations: z.array(operation).nonempty().optional(),
  /** Only requests whose body holds this text, as it was sent. */
  match: words.optional(),
  /** This many matching requests pass first. */
  skip: whole.optional(),
  /** Of the matching requests, each of this rank: 3 means the third, the sixth, and so on. */
  every: atLeastOne.optional(),
  /** The rule is used up after it was applied so often. */
  count: atLeastOne.optional(),
  /** The rule ends so many seconds after it was first applied. */
  seconds: z.number().positive().optional(),
}

/** One thing that goes wrong, and for which requests. Where the work is not done, the request leaves nothing behind. */
const rule = z.discriminatedUnion('kind', [
  /** The answer is late by `ms`, and up to `jitterMs` more; the work is done at once. Other rules apply as well. */
  z.strictObject({ kind: z.literal('latency'), ...which, ms: milliseconds, jitterMs: milliseconds.optional() }),
  /** The connection is cut before anything is done. */
  z.strictObject({ kind: z.literal('reset'), ...which }),
  /** No answer; the connection is held until the client ends it. `done`: the work is done all the same. */
  z.strictObject({ kind: z.literal('silence'), ...which, done: z.boolean().optional() }),
  /** A failure of the server. `done`: the work is done all the same. */
  z.strictObject({
    kind: z.literal('status'),
    ...which,
    status: z.literal([500, 502, 503, 504, 524]),
    retryAfterSeconds: whole.optional(),
    done: z.boolean().optional(),
  }),
  /** A 429, as if a rate window were full. */
  z.strictObject({ kind: z.literal('throttle'), ...which, retryAfterSeconds: whole }),
  /** A 400 for what `match` finds, with a pointer to each member that holds it unless `pointer` is `false`. */
  z.strictObject({ kind: z.literal('refuse'), ...which, match: words, pointer: z.boolean().optional() }),
  /** The key may not do this: JSON:API, with the scope in its words. */
  z.strictObject({
    kind: z.literal('forbidden'),
    ...which,
    status: z.literal([401, 403]).optional(),
    scope: words.optional(),
  }),
  /** A 403 of the network in front of the API, in HTML. */
  z.strictObject({ kind: z.literal('html403'), ...which }),
  /** A bulk import is answered 202 without the id of its job. `done` (default `true`): there is a job. */
  z.strictObject({ kind: z.literal('missingJobId'), ...which, done: z.boolean().optional() }),
  /** The work is done, then the connection is cut. */
  z.strictObject({ kind: z.literal('answerLost'), ...which }),
  /** The work is done, and the body of the answer takes `ms`; with `stops`, its second half never comes. */
  z.strictObject({ kind: z.literal('slowBody'), ...which, ms: milliseconds, stops: z.boolean().optional() }),
  /** The work is done, and the header `X-Klaviyo-Partial-Failure` names a field that was left out. */
  z.strictObject({ kind: z.literal('partialFailure'), ...which, field: words.optional() }),
])

const rules = z.array(rule)

/** A rule as it is written, in a program, a file or a request. */
export type FaultRule = z.infer<typeof rule>

/** Rules that cannot be carried out, for example with a misspelt operation. */
export class InvalidFaultsError extends Error {
  override readonly name = 'InvalidFaultsError'
  /** Each mistake with its path. */
  readonly issues: readonly string[]

  constructor(issues: readonly string[]) {
    super(`The faults are not usable, and none was added.\n${issues.join('\n')}`)
    this.issues = issues
  }
}

/**
 * Checks rules: a list, or a single one.
 * @throws {InvalidFaultsError} with every mistake
 */
export function parseFaults(value: unknown): FaultRule[] {
  const checked = rules.safeParse(Array.isArray(value) ? value : [value])
  if (checked.success) return checked.data
  throw new InvalidFaultsError(checked.error.issues.map((issue) => `${z.core.toDotPath(issue.path)}: ${issue.message}`))
}

/** Whether a rule is about an operation. */
export const isAbout = ({ operations }: FaultRule, operationId: string): boolean =>
  operations === undefined || operations.includes(EVERY_OPERATION) || operations.includes(operationId)
