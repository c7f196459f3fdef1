import type { JsonObject } from '@rudder-klaviyo/sdk'

/** What a client that keeps the rules never causes. */
export type Violation =
  /** Calls beyond a rate window: how many were refused in it. */
  | {
      readonly kind: 'window'
      readonly operation: string
      readonly time: string
      readonly window: string
      readonly limit: number
      /** When the window ended. */
      readonly until: string
      readonly count: number
    }
  /** Two opposite consent changes of a profile, too close together. */
  | {
      readonly kind: 'consent'
      readonly operation: string
      readonly time: string
      /** The identifiers of the later request. */
      readonly profile: JsonObject
      /** The later request came before the earlier was answered. */
      readonly overlapping: boolean
      /** From the end of the earlier request, in milliseconds; `null` when they overlap. */
      readonly gapMs: number | null
    }
  /** A request that the sandbox refused by its own checks: 400, 413, 415. */
  | {
      readonly kind: 'refused'
      readonly operation: string | null
      readonly time: string
      readonly status: number
      readonly errors: readonly JsonObject[]
    }

/** How often each kind was caused; of `window` each refused call counts. */
export type ViolationCounts = Readonly<Record<Violation['kind'], number>>

/** The violations so far. */
export interface ViolationLog {
  readonly add: (violation: Violation) => void
  /** The newest thousand, newest last. Refused calls that follow each other in one window are one. */
  readonly all: () => readonly Violation[]
  /** All of them, also those no longer kept. */
  readonly counts: () => ViolationCounts
}

type WindowViolation = Violation & { readonly kind: 'window' }

const MAX_COUNT = 1000

/** A log without a violation. */
export function createViolationLog(): ViolationLog {
  const violations: Violation[] = []
  const counts = { window: 0, consent: 0, refused: 0 }
  return {
    add: (violation) => {
      counts[violation.kind] += 1
      const last = violations.at(-1)
      if (last?.kind === 'window' && violation.kind === 'window' && isSameWindow(last, violation)) {
        violations[violations.length - 1] = { ...last, count: last.count + violation.count }
        return
      }
      violations.push(violation)
      if (violations.length > MAX_COUNT) violations.shift()
    },
    all: () => [...violations],
    counts: () => ({ ...counts }),
  }
}

const isSameWindow = (left: WindowViolation, right: WindowViolation) =>
  left.operation === right.operation && left.window === right.window && left.until === right.until
