/** How many events ended in which way. */
export interface Counts {
  readonly delivered: number
  readonly filtered: number
  readonly rejected: number
  /** Not delivered, and may be sent again as they are. */
  readonly retry: number
}

/** Nothing is settled yet. */
export const NO_COUNTS: Counts = { delivered: 0, filtered: 0, rejected: 0, retry: 0 }

/** How many events are settled. */
export function settledCount({ delivered, filtered, rejected, retry }: Counts): number {
  return delivered + filtered + rejected + retry
}
