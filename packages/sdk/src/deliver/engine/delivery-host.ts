import type { KlaviyoError } from '../../errors/klaviyo-error.ts'
import type { Plan } from '../../plan/planned-request.ts'
import type { PlanOutcome } from '../outcome.ts'
import type { DeliveryEntry } from './delivery-entry.ts'

/** A value, now or later. What is there at once is used at once: a million events need no million promises. */
export type MaybeLater<T> = T | Promise<T>

/**
 * What became of one event in one go.
 * @example const isDone = ({ outcome }: EntryOutcome<DeliveryEntry>) => outcome.status === 'delivered'
 */
export interface EntryOutcome<Entry> {
  readonly entry: Entry
  readonly outcome: PlanOutcome
}

/**
 * Who keeps the events: an outbox, or the memory of one `send`.
 * @example const mayRepeat = (host: DeliveryHost<DeliveryEntry>) => host.mayRepeat?.([], 0) ?? true
 */
export interface DeliveryHost<Entry extends DeliveryEntry> {
  /**
   * The plans of events that are about to be sent, in order. `undefined`: it is not to be sent, and the host has
   * settled it already. A rejection puts all of them back.
   */
  load(entries: readonly Entry[]): MaybeLater<readonly (Plan | undefined)[]>
  /** Right before a call that carries these events. False: nothing may be sent, somebody else holds them. */
  begin(entries: readonly Entry[], call: { readonly changesConsent: boolean }): MaybeLater<boolean>
  /** A bulk import carries these events: written down before anything else happens. */
  followed(entries: readonly Entry[], job: string): MaybeLater<void>
  /**
   * What became of events. For each: when it is tried again, in milliseconds since 1970, or `undefined` when it is done
   * with. Resolves when it is written down: until then nothing later of their people is sent.
   */
  settle(outcomes: readonly EntryOutcome<Entry>[]): MaybeLater<readonly (number | undefined)[]>
  /** Whether a call may be made once more at once, after `waitMs`. @default always */
  mayRepeat?(entries: readonly Entry[], waitMs: number): boolean
  /** Told when Klaviyo refused the key. When to try it again, in milliseconds since 1970; Infinity: never. */
  refused(error: KlaviyoError): number
  /** Told when a call was taken: the key is good. */
  accepted?(): void
}
