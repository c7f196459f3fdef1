import type {
  BegunAttempt,
  EnqueueResult,
  EventKey,
  EventRow,
  LightRow,
  NewEvent,
  RecentConsent,
  StoredBody,
} from './event-row.ts'
import type { Settlement } from './settlement.ts'

/** The right to deliver the events of one account. Every change of the holder gives a higher token. */
export interface Lease {
  readonly account: string
  readonly holder: string
  readonly token: number
}

/** What the holder tells others about its account. */
export interface AccountReport {
  /** How many events wait; left out when it was not counted. */
  readonly backlogCount?: number
  /** Until when the whole account is paused; `undefined` when it is not. */
  readonly pausedUntilMs: number | undefined
  /** Why the account is paused, as JSON. */
  readonly lastError: string | undefined
}

/** Which settled events are old enough to go, and how many at most. Times are milliseconds since 1970. */
export interface Expiry {
  /** Delivered or filtered events that wrote neither a profile nor consent. */
  readonly settledBeforeMs: number
  /** Dead letters, and delivered events that wrote something: they stay as long, or a redelivery could not be judged. */
  readonly deadBeforeMs: number
  readonly limit: number
}

/**
 * The statements over the two tables of the outbox. Each is one transaction. Those that take a lease change nothing
 * once it is lost. Times are milliseconds since 1970; the lease counts on the clock of the database.
 * Every method rejects when the database does; a rejected `insert` kept nothing.
 */
export interface OutboxStore {
  /** Keeps events in this order, synced to the disk; one that is known is left as it is. One result each, in order. */
  insert(events: readonly NewEvent[]): Promise<readonly EnqueueResult[]>
  find(key: EventKey): Promise<EventRow | undefined>

  /** Takes or renews the lease of an account for `leaseMs`; `undefined` while another holds it. */
  takeLease(options: { account: string; holder: string; leaseMs: number }): Promise<Lease | undefined>
  releaseLease(lease: Lease): Promise<void>
  /** Whether the lease still held. */
  report(lease: Lease, report: AccountReport): Promise<boolean>

  /** What a new holder goes on with: events that were taken up and not settled, by `seq`, behind `afterSeq`. */
  loadTakenUp(account: string, options: { afterSeq: number; limit: number }): Promise<readonly LightRow[]>
  /** Takes up the oldest new events; by `seq`. */
  takeUp(lease: Lease, limit: number): Promise<readonly LightRow[]>
  /** What is sent of events that are taken up; those that are settled are left out. Counts nothing. */
  readBodies(seqs: readonly number[]): Promise<readonly StoredBody[]>
  /**
   * Writes down that these are being sent, right before their call; a bulk import that carried them is over then. False
   * when the lease is lost or one of them is settled: nothing may be sent then.
   */
  startAttempts(lease: Lease, attempts: readonly BegunAttempt[]): Promise<boolean>
  /** Writes down that a bulk import carries these events; false when the lease is lost. */
  follow(lease: Lease, seqs: readonly number[], job: string): Promise<boolean>
  /** Writes down what became of attempts; false when the lease is lost: nothing was changed then. */
  settle(lease: Lease, settlements: readonly Settlement[]): Promise<boolean>
  /** Changes of consent that were delivered since, oldest first, the newest `limit`. */
  recentConsent(account: string, options: { sinceMs: number; limit: number }): Promise<readonly RecentConsent[]>

  /** Deletes old events; how many it found, at most twice `limit`. */
  removeExpired(expiry: Expiry): Promise<number>
  /** How many events of the account are not settled. Costs about 0.06 s a million: not for every request. */
  countBacklog(account: string): Promise<number>
  /** Rejects when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}
