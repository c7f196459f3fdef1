import { afterAll } from 'vitest'

/** Keeps what the tests of one file or `describe` share. */
export interface SharedFixtures {
  /** Waits for a fixture and ends it after the last test, the newest first, also when a later one could not start. */
  use<Fixture extends AsyncDisposable>(fixture: Promise<Fixture>): Promise<Fixture>
}

/** Call it inside the `describe`, or at the top of the file. For one test `await using` does the same. */
export function sharedFixtures(): SharedFixtures {
  const opened: AsyncDisposable[] = []
  afterAll(async () => {
    for (const fixture of opened.toReversed()) await fixture[Symbol.asyncDispose]()
  })
  return {
    async use(pending) {
      const fixture = await pending
      opened.push(fixture)
      return fixture
    },
  }
}
