import type { EventWarning } from '../../event/issue.ts'
import type { KlaviyoError } from '../../errors/klaviyo-error.ts'
import type { BatchCall } from '../../batch/batch-call.ts'
import type { Member } from '../../batch/batch-event.ts'
import type { RequestKind } from '../../plan/request-kind.ts'
import type { RetryScope } from '../outcome.ts'
import type { Slot } from '../rate/rate-limiter.ts'
import type { Lane } from './carry-call.ts'
import type { ConsentHistory } from './consent-history.ts'
import type { DeliveryAccount } from './delivery-account.ts'
import type { DeliveryEntry } from './delivery-entry.ts'
import type { DeliveryHost } from './delivery-host.ts'
import type { UnderWay } from './under-way.ts'

/** What the lanes do with events, and what they need for it. */
export interface LaneContext<Entry extends DeliveryEntry> {
  readonly account: DeliveryAccount
  readonly host: DeliveryHost<Entry>
  readonly history: ConsentHistory
  /** Ends when delivery does. */
  readonly signal: AbortSignal
  /** The request of the event that is next was taken; on with the one behind it. */
  taken(event: UnderWay<Entry>, warnings?: readonly EventWarning[]): void
  /** It was refused; on with what may be sent all the same. */
  refused(event: UnderWay<Entry>, error: KlaviyoError, operation: string): void
  /** It is sent again after what `scope` says. */
  putOff(event: UnderWay<Entry>, error: KlaviyoError, options: { scope: RetryScope; operation: string }): void
  /** It goes back unsent, since something before it was put off. */
  postpone(event: UnderWay<Entry>): void
  /** The event is refused as a whole. */
  reject(event: UnderWay<Entry>, error: KlaviyoError, operation: string): void
  /** Whether an event that was accepted later, of one of these people, waits or is under way and fits. */
  hasLater(keys: readonly string[], isWanted: (entry: Entry) => boolean): boolean
  /** Carries a call that has its slot; resolves when all that can be said of it has been said. */
  carry<M extends Member<UnderWay<Entry>>>(
    lane: Lane<M>,
    call: BatchCall<M>,
    options: { kind: RequestKind; slot?: Slot },
  ): Promise<void>
  /** Does something in the background; a failure of ours puts these events off. */
  background(events: readonly UnderWay<Entry>[], operation: string, work: () => Promise<void>): void
  /** There may be something to do. */
  wake(): void
}

/** Where events of one kind wait for a call. */
export interface Pool<Entry extends DeliveryEntry> {
  /** How many more events may be taken for it right now. */
  room(): number
  /** Begins the next call if there is something to send and a slot; whether it did. */
  start(): boolean
  /** Takes out everything that waits. */
  drain(): readonly UnderWay<Entry>[]
  readonly size: number
}
