/** How fast a run goes, over the last while. */
export interface Pace {
  readonly perSecond: number
  /** `undefined` while it cannot be told. */
  readonly leftMs: number | undefined
}

/** What is known at a moment. */
export interface Sample {
  readonly atMs: number
  readonly settledCount: number
  /** From 0 to 1; `undefined` when it is not known how much there is. */
  readonly share: number | undefined
}

/** Long enough for a limit of a minute to show. */
const WINDOW_MS = 60_000

/** Takes samples and tells the pace that they show. */
export function createPace(): (sample: Sample) => Pace {
  const samples: Sample[] = []
  return (now) => {
    // Before the first share is known there is nothing to compare it with.
    if (now.share !== undefined && samples[0]?.share === undefined) samples.length = 0
    samples.push(now)
    // The oldest one inside the window stays.
    while (samples.length > 2 && now.atMs - (samples[1]?.atMs ?? 0) >= WINDOW_MS) samples.shift()
    const oldest = samples[0] ?? now
    const elapsedMs = now.atMs - oldest.atMs
    if (elapsedMs <= 0) return { perSecond: 0, leftMs: undefined }
    const doneShare = (now.share ?? 0) - (oldest.share ?? 0)
    return {
      perSecond: ((now.settledCount - oldest.settledCount) * 1000) / elapsedMs,
      leftMs: doneShare > 0 ? (elapsedMs * (1 - (now.share ?? 0))) / doneShare : undefined,
    }
  }
}
