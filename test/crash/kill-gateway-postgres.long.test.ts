import { expect } from 'vitest'
import { startPostgres } from '../support/processes/start-postgres.ts'
import { postgres } from '../support/requirements.ts'
import { killGatewayInRounds } from './kill-gateway-rounds.ts'

const ROUND_COUNT = 24

postgres.it(
  `a gateway on PostgreSQL that is killed ${ROUND_COUNT} times, at another moment each time, loses nothing that it accepted`,
  async (program) => {
    await using server = await startPostgres(program)
    const rounds = Array.from({ length: ROUND_COUNT }, (_, index) => ({
      // 1 to 97 answers, spread, and never the same twice.
      killAfter: 1 + ((index * 37) % 97),
      isDelivering: index % 2 === 0,
    }))
    const kept = await killGatewayInRounds(rounds, 180_000, { DATABASE_URL: await server.createDatabase() })
    // As many as the rounds waited for, or nothing was put to the test.
    const wanted = rounds.reduce((sum, { killAfter }) => sum + killAfter, 0)
    expect(kept.tracked.size).toBeGreaterThanOrEqual(wanted)
  },
  600_000,
)
