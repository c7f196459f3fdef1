import type { JsonObject } from '@rudder-klaviyo/sdk'
import type { Operation } from '../openapi/operation.ts'
import type { PathValues } from '../router.ts'
import type { Background } from '../state/background.ts'
import type { Clock } from '../state/clock.ts'
import type { State } from '../state/state.ts'
import type { Switches } from '../switches.ts'
import type { Query } from '../validate/parse-query.ts'

/** A request that is known to fit the document. */
export interface Call extends Clock {
  readonly operation: Operation
  readonly path: PathValues
  readonly query: Query
  readonly body: unknown
  readonly url: URL
  readonly state: State
  readonly background: Background
  readonly switches: Switches
}

/** What an operation answers; without `body` the answer is empty. */
export interface Answer {
  readonly status: number
  readonly body?: JsonObject
  readonly headers?: Readonly<Record<string, string>>
}

/** Carries out one operation. Throws a `Refusal` when Klaviyo would not. */
export type Handler = (call: Call) => Answer

/** The body as the type that its schema describes. */
export function bodyOf<Body>(call: Call): Body {
  // The schema of the operation was checked before any handler runs, and `Body` spells that schema out.
  return call.body as Body
}
