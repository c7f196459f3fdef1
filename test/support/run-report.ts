/** What a run of tests came to; a reporter writes it and `pnpm test` reads it. */
export interface RunReport {
  readonly passedCount: number
  /** Names of failed tests, of files that could not be loaded, and of errors outside any test. */
  readonly failures: readonly string[]
  readonly leftOut: readonly { readonly test: string; readonly reason: string }[]
}
