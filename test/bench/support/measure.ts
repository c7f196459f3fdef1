/** A rate, measured in alternation with others so that all see the same machine. */
export interface Candidate {
  readonly name: string
  /** Does the work once. What it gives is kept alive, so that nothing can be left out as unused. */
  readonly run: () => unknown
}

/** How long one slice lasts, in milliseconds: short, so that a slow moment of the machine touches all candidates alike. */
const SLICE_MS = 6
const BATCH_COUNT = 50

const sink: { result: unknown } = { result: undefined }

/**
 * Rates per second by name: slices of every candidate in turn, and of each the mean of its fastest quarter. Timings of a
 * busy machine scatter; the ratio of two rates of one run is the result.
 */
export function measure(candidates: readonly Candidate[], roundCount: number): ReadonlyMap<string, number> {
  const slices = new Map<string, number[]>(candidates.map(({ name }) => [name, []]))
  for (let round = 0; round < roundCount; round++) {
    for (const { name, run } of candidates) slices.get(name)?.push(slice(run))
  }
  return new Map([...slices].map(([name, rates]) => [name, fastestQuarter(rates)]))
}

function slice(run: () => unknown): number {
  const start = performance.now()
  let count = 0
  let elapsedMs = 0
  while (elapsedMs < SLICE_MS) {
    for (let index = 0; index < BATCH_COUNT; index++) sink.result = run()
    count += BATCH_COUNT
    elapsedMs = performance.now() - start
  }
  return (count / elapsedMs) * 1000
}

function fastestQuarter(rates: readonly number[]): number {
  const fastest = rates.toSorted((a, b) => b - a).slice(0, Math.max(1, Math.floor(rates.length / 4)))
  return fastest.reduce((sum, rate) => sum + rate, 0) / fastest.length
}
