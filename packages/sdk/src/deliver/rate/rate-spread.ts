/** Calls to be spread over a time: no two of them further apart than `gapMs`, if there are enough of them. */
export interface Spread {
  /** So many calls may begin until then, and the last of them no earlier than then. */
  readonly callCount: number
  readonly untilMs: number
  /** When the last call began. */
  readonly lastMs: number
  /** In whole milliseconds. */
  readonly gapMs: number
}

/** From when on the calls are enough to go on at `gapMs` until `untilMs`: before it they would be, and can hurry. */
const latestStartMs = ({ callCount, untilMs, gapMs }: Spread) => Math.ceil(untilMs - (callCount - 1) * gapMs)

/** When the next of the calls may begin. If they are too few for `gapMs`, they are spread evenly. */
export function spreadAtMs(spread: Spread): number {
  const { callCount, untilMs, lastMs } = spread
  const evenlyMs = Math.ceil(lastMs + (untilMs - lastMs) / callCount)
  return Math.min(latestStartMs(spread), evenlyMs)
}

/** How many of the calls may begin now, one right after the other. */
export function spreadCount(spread: Spread, nowMs: number): number {
  if (nowMs < spreadAtMs(spread)) return 0
  // Each one that begins moves the start of the next by a gap.
  return Math.max(1, Math.floor((nowMs - latestStartMs(spread)) / spread.gapMs) + 1)
}
