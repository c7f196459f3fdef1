import type { EventStatus } from '../accept/acceptance.ts'

/** The states of an event as they are stored: small numbers, so that the indexes stay small. */
export const STATUS = {
  ACCEPTED: 0,
  /** Taken up by the holder of the account's lease; whether a call has begun is said by `claims`. */
  DELIVERING: 1,
  RETRYING: 2,
  DELIVERED: 3,
  DEAD: 4,
  FILTERED: 5,
} as const satisfies Record<EventStatus, number>

/** One of the numbers of {@link STATUS}. */
export type StatusNumber = (typeof STATUS)[EventStatus]

const NAMES = {
  0: 'ACCEPTED',
  1: 'DELIVERING',
  2: 'RETRYING',
  3: 'DELIVERED',
  4: 'DEAD',
  5: 'FILTERED',
} as const satisfies Record<StatusNumber, EventStatus>

/** What an outside reader sees: an event that was only taken up is not on its way yet. */
export function statusName(row: { readonly status: StatusNumber; readonly claims: number }): EventStatus {
  return row.status === STATUS.DELIVERING && row.claims === 0 ? 'ACCEPTED' : NAMES[row.status]
}
