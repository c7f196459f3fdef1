import type { Member } from '../../batch/batch-event.ts'
import type { EventWarning } from '../../event/issue.ts'
import type { KlaviyoError } from '../../errors/klaviyo-error.ts'
import type { Plan, PlannedRequest } from '../../plan/planned-request.ts'
import type { ClashingIdentifier } from '../import-profile.ts'
import type { Companions } from './companions.ts'
import type { DeliveryEntry } from './delivery-entry.ts'

/** An event that is being sent: its plan, and how far it has come. */
export interface UnderWay<Entry extends DeliveryEntry = DeliveryEntry> {
  readonly entry: Entry
  readonly plan: Plan
  readonly warnings: EventWarning[]
  /** Identifiers that the import had to leave out; the event's subscribe does too. */
  readonly removed: Set<ClashingIdentifier>
  /** Requests that are dealt with. */
  doneCount: number
  /** The first request that was refused. */
  rejection: { readonly error: KlaviyoError; readonly operation: string } | undefined
  /** Whether its outcome is known: what still comes of its calls is of no interest. */
  isSettled: boolean
  /** Whether it was put off: what comes behind it of its person waits with it. */
  isPutOff: boolean
  /** Whether a call that carries it was begun. */
  hasBegun: boolean
  /** The events of its person in the batch; `undefined` when it is the only one. */
  companions: Companions<Entry> | undefined
  /** Its place among them. */
  place: number
  /** Tells the call that carries it that nobody waits for its answer on behalf of this event. */
  release: (() => void) | undefined
}

/** An event at the start of its way, behind what was answered before. */
export function underWay<Entry extends DeliveryEntry>(entry: Entry, plan: Plan): UnderWay<Entry> {
  return {
    entry,
    plan,
    warnings: [],
    removed: new Set(),
    doneCount: entry.answeredCount,
    rejection: undefined,
    isSettled: false,
    isPutOff: false,
    hasBegun: false,
    companions: undefined,
    place: 0,
    release: undefined,
  }
}

/** The request that is next. */
export function nextRequest({ plan, doneCount }: UnderWay): PlannedRequest | undefined {
  return plan.requests[doneCount]
}

/**
 * How many requests a next try may leave out. An import that lost an identifier goes again, an upsert, since what comes
 * behind it has to know what to leave out; so does everything from the first refusal on.
 */
export function answeredCountOf({ entry, removed, rejection, doneCount }: UnderWay): number {
  return removed.size > 0 || rejection !== undefined ? entry.answeredCount : doneCount
}

/** The members that somebody still waits for; the list itself when that is everybody. */
export function stillWanted<M extends Member<UnderWay>>(members: readonly M[]): readonly M[] {
  const isWanted = ({ entries }: M) => entries.some(({ isSettled }) => !isSettled)
  return members.every(isWanted) ? members : members.filter(isWanted)
}
