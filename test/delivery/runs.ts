import fc, { type Parameters, type Plugin } from 'fast-check'

/** A test of `pnpm test` may take 30 s; a failure has to be told before that, as small as it is by then. */
const LONGEST_MS = 20_000

/** The streams of `pnpm test` are the same each time; `DELIVERY_SEED=random` looks for others. */
const SEED = 20240615

/**
 * How often a property is tried: a few streams in `pnpm test`, many times as many with `DELIVERY_RUNS` (a factor, which
 * lifts the limit of time too). A failure prints its seed and path; `DELIVERY_SEED` and `DELIVERY_PATH` repeat it.
 */
export function runs<T>(count: number, longestMs = LONGEST_MS): Parameters<T> {
  const { DELIVERY_RUNS: factor, DELIVERY_SEED: seed, DELIVERY_PATH: path } = process.env
  const limitMs = longestMs * Number(factor ?? 1)
  return {
    numRuns: Math.ceil(count * Number(factor ?? 1)),
    // It hands every value through as it is; the type of the plugin cannot say so.
    plugins: [fc.interruptAfterTimeLimit(limitMs) as Plugin<T>],
    ...(seed === 'random' ? {} : { seed: Number(seed ?? SEED) }),
    ...(path === undefined ? {} : { path }),
  }
}
