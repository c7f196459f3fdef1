import type { FaultRule } from '@rudder-klaviyo/sandbox'
import fc from 'fast-check'

/** What goes wrong in a run. */
export interface FaultOptions {
  /** Whether a call may have its effect although its sender is told otherwise, or nothing. @default true */
  readonly mayHaveActed?: boolean
  /** The operations that faults are about. @default all */
  readonly operations?: readonly string[]
  /** @default 4 */
  readonly maxCount?: number
}

/** Which calls a rule is about, and how often; it always ends. */
const anyScope = (operations: readonly string[] | undefined) =>
  fc.record(
    {
      operations: fc.constant(operations === undefined ? ['*'] : [...operations]),
      skip: fc.nat(12),
      every: fc.integer({ min: 1, max: 3 }),
      count: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: ['operations', 'count'] },
  )

type Part = Record<string, unknown> & { readonly kind: FaultRule['kind'] }

const harmless: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant('latency' as const), ms: fc.constantFrom(50, 900, 4_000), jitterMs: fc.nat(500) }),
  fc.record({ kind: fc.constant('slowBody' as const), ms: fc.constantFrom(100, 3_000) }),
)

/** The call has no effect, and its sender cannot always know. */
const withoutEffect: fc.Arbitrary<Part> = fc.oneof(
  fc.constantFrom<Part[]>({ kind: 'reset' }, { kind: 'silence' }, { kind: 'html403' }),
  fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom(500, 502, 503, 504, 524) }),
  fc.record({ kind: fc.constant('throttle' as const), retryAfterSeconds: fc.integer({ min: 1, max: 8 }) }),
  fc.constant<Part>({ kind: 'missingJobId', done: false }),
)

/** The call has its effect, and its sender does not know. */
const withEffect: fc.Arbitrary<Part> = fc.oneof(
  fc.constantFrom<Part[]>(
    { kind: 'answerLost' },
    { kind: 'silence', done: true },
    { kind: 'slowBody', ms: 200, stops: true },
    { kind: 'missingJobId', done: true },
  ),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(500, 502, 503, 504, 524),
    done: fc.constant(true),
  }),
)

/** Faults of Klaviyo and of the network that all come to an end, so that nothing may be lost because of them. */
export function anyFaults({ mayHaveActed = true, operations, maxCount = 4 }: FaultOptions = {}): fc.Arbitrary<
  readonly FaultRule[]
> {
  const part = mayHaveActed ? fc.oneof(harmless, withoutEffect, withEffect) : fc.oneof(harmless, withoutEffect)
  const rule = fc
    .tuple(part, anyScope(operations))
    // The parts are those of the kind by construction; `createSandbox` checks them once more.
    .map(([kind, scope]) => ({ ...scope, ...kind }) as FaultRule)
  return fc.array(rule, { minLength: 1, maxLength: maxCount })
}

/** The rules by which people are refused: whatever names one of these emails is answered 400. */
export const poisonRules = (emails: readonly string[], pointer: boolean): readonly FaultRule[] =>
  emails.map((email) => ({ kind: 'refuse', match: JSON.stringify(email), pointer }))
