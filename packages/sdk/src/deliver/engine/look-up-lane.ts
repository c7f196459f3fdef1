import { KlaviyoError } from '../../errors/klaviyo-error.ts'
import type { PlannedRequest, ProfileLookup } from '../../plan/planned-request.ts'
import { filledSubscription } from '../fill-in-profile.ts'
import { lookUpProfiles, MAX_LOOKUP_VALUES_COUNT } from '../lookup.ts'
import { REQUEST_BITS } from '../request-bits.ts'
import { RETRY_RULES } from '../retry-policy.ts'
import type { DeliveryEntry } from './delivery-entry.ts'
import { errorOf } from './error-of.ts'
import { isRefusal } from './import-jobs.ts'
import type { LaneContext, Pool } from './lane-context.ts'
import { nextRequest, type UnderWay } from './under-way.ts'

/** Subscriptions that wait for a look-up of their profile. */
export interface LookUpPool<Entry extends DeliveryEntry> extends Pool<Entry> {
  add(event: UnderWay<Entry>): void
}

const CONSENT_BITS = REQUEST_BITS.subscribe | REQUEST_BITS.unsubscribe

/** The pool of look-ups. `onFound` gets the subscription, filled in. */
export function createLookUpPool<Entry extends DeliveryEntry>(
  context: LaneContext<Entry>,
  onFound: (event: UnderWay<Entry>, request: PlannedRequest) => void,
): LookUpPool<Entry> {
  const { account, history, signal } = context
  const { limiter, line, helpers, facts, clock } = account
  const operation = facts.reads.profiles
  let waiting: UnderWay<Entry>[] = []

  const lookUp = async (events: readonly UnderWay<Entry>[], field: ProfileLookup['field']): Promise<void> => {
    const values = [...new Set(events.map((event) => nextRequest(event)?.lookup?.value ?? ''))]
    try {
      const found = await lookUpProfiles(
        (request) => account.callInTurn({ ...request, signal }),
        { operation, field, values },
        signal,
      )
      for (const event of events) {
        const request = nextRequest(event)
        const value = request?.lookup?.value
        if (request === undefined || value === undefined) continue
        const filled = filledSubscription(request, found.get(value))
        if (filled instanceof KlaviyoError) context.putOff(event, filled, { scope: 'event', operation })
        else if (isSuperseded(event, filled.keys)) context.reject(event, superseded(operation), operation)
        else {
          event.warnings.push(...filled.warnings)
          onFound(event, { ...request, body: filled.body })
        }
      }
    } catch (cause) {
      if (signal.aborted) throw cause
      fail(events, errorOf(cause, operation))
    }
  }

  const fail = (events: readonly UnderWay<Entry>[], error: KlaviyoError): void => {
    if (isRefusal(error)) {
      helpers.refuse({ helper: 'lookUp', operation, error })
      for (const event of events) context.refused(event, error, operation)
      return
    }
    const { scope, waitMs } = RETRY_RULES[error.code]
    // A 429 has paused it already.
    if (scope === 'operation' && error.code !== 'RATE_LIMITED') limiter.pause(operation, clock.now() + waitMs, 'outage')
    for (const event of events) {
      if (scope === 'none') context.refused(event, error, operation)
      else context.putOff(event, error, { scope, operation })
    }
  }

  /** Whether the person, whom only the look-up has found, has decided otherwise since. */
  const isSuperseded = ({ entry }: UnderWay<Entry>, keys: readonly string[]): boolean => {
    const direction = entry.ops & CONSENT_BITS
    return (
      history.isSuperseded({ keys, ops: entry.ops, seq: entry.seq }) ||
      context.hasLater(keys, (other) => {
        const theirs = other.ops & CONSENT_BITS
        return other.seq > entry.seq && theirs !== 0 && theirs !== direction
      })
    )
  }

  return {
    add(event) {
      const refusal = helpers.refusalOf('lookUp')
      if (refusal !== undefined) return context.refused(event, refusal.error, operation)
      waiting.push(event)
      context.wake()
    },
    get size() {
      return waiting.length
    },
    room: () =>
      line.isWaitedFor(operation) ? 0 : limiter.freeCount(operation) * MAX_LOOKUP_VALUES_COUNT - waiting.length,
    start() {
      waiting = waiting.filter(({ isSettled }) => !isSettled)
      const field = waiting[0] === undefined ? undefined : nextRequest(waiting[0])?.lookup?.field
      if (field === undefined || line.isWaitedFor(operation) || limiter.freeCount(operation) === 0) return false
      const isSame = (event: UnderWay<Entry>) => nextRequest(event)?.lookup?.field === field
      const events = waiting.filter(isSame).slice(0, MAX_LOOKUP_VALUES_COUNT)
      const taken = new Set(events)
      waiting = waiting.filter((event) => !taken.has(event))
      context.background(events, operation, () => lookUp(events, field))
      return true
    },
    drain() {
      const events = waiting
      waiting = []
      return events
    },
  }
}

function superseded(operation: string): KlaviyoError {
  const message = `${operation}: the profile that was found has decided otherwise since, by an event that was accepted later. Its newer decision counts; nothing is to be done.`
  return new KlaviyoError('SUPERSEDED', message)
}
