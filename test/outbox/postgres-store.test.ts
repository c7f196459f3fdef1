import { describeOutboxStore, describeOutboxUpkeep } from '@rudder-klaviyo/gateway/testing'
import { beforeAll } from 'vitest'
import { sharedFixtures } from '../support/processes/shared-fixtures.ts'
import { startPostgres, type PostgresServer } from '../support/processes/start-postgres.ts'
import { postgres } from '../support/requirements.ts'
import { openPostgresUnderTest } from './open-postgres-under-test.ts'

postgres.describe('PostgreSQL', (program) => {
  const fixtures = sharedFixtures()
  let server: PostgresServer
  beforeAll(async () => {
    server = await fixtures.use(startPostgres(program))
  })

  const openEmpty = () => openPostgresUnderTest(server)
  describeOutboxStore('as an outbox store', openEmpty)
  describeOutboxUpkeep('its upkeep', openEmpty)
})
