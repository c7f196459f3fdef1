import { writeFileSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { openPostgresStore, type StoreUnderTest } from '@rudder-klaviyo/gateway/testing'
import { onTestFinished } from 'vitest'
import type { PostgresServer } from '../support/processes/start-postgres.ts'
import { temporaryFolder } from '../support/processes/temporary-folder.ts'

let schemaCount = 0

/**
 * An empty store in a schema of its own, where `now()` is a clock that the test moves: the server reads it from a file,
 * and finds this function before its own.
 */
export async function openPostgresUnderTest(server: PostgresServer): Promise<StoreUnderTest> {
  const folder = await temporaryFolder()
  onTestFinished(() => folder[Symbol.asyncDispose]())
  // The server runs as another user.
  await chmod(folder.path, 0o755)
  const clock = join(folder.path, 'now')
  let nowMs = Date.UTC(2024, 5, 15)
  const advance = (ms: number): void => {
    nowMs += ms
    writeFileSync(clock, String(nowMs))
  }
  advance(0)
  const schema = `test_${++schemaCount}`
  await server.ask(`create schema ${schema}`)
  await server.ask(`create function ${schema}.now() returns timestamptz stable language sql
    as $$ select to_timestamp(pg_read_file('${clock}')::float8 / 1000) $$`)
  const options = encodeURIComponent(`-c search_path=${schema},pg_catalog`)
  const store = await openPostgresStore({ databaseUrl: `${server.url()}?options=${options}`, warn: () => {} })
  onTestFinished(() => store.close())
  return { store, now: () => nowMs, advance }
}
