import type { Refusal } from '../refusal.ts'
import type { State } from '../state/state.ts'

const STATUSES = [400, 413, 415]
const MAX_ERRORS_COUNT = 5

/** Where the log is, and the time. */
export interface Report {
  readonly state: Pick<State, 'violations'>
  readonly now: () => number
}

/** Logs a refusal by the sandbox's own checks, if it is about what the client sent. */
export function reportRefusal(refusal: Refusal, operation: string | null, { state, now }: Report): void {
  if (!STATUSES.includes(refusal.status)) return
  state.violations.add({
    kind: 'refused',
    operation,
    time: new Date(now()).toISOString(),
    status: refusal.status,
    errors: refusal.faults.slice(0, MAX_ERRORS_COUNT).map(({ pointer, parameter, detail }) => ({
      ...(pointer === undefined ? {} : { pointer }),
      ...(parameter === undefined ? {} : { parameter }),
      detail,
    })),
  })
}
