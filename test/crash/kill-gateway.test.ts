import { expect, it } from 'vitest'
import { killGatewayInRounds } from './kill-gateway-rounds.ts'

it('a gateway that is killed while mutations run loses nothing that it accepted, and keeps the order of each person', async () => {
  const kept = await killGatewayInRounds(
    [
      { killAfter: 40, isDelivering: true },
      { killAfter: 1, isDelivering: false },
      { killAfter: 25, isDelivering: true },
    ],
    20_000,
  )
  // As many as the rounds waited for, or nothing was put to the test.
  expect(kept.tracked.size).toBeGreaterThanOrEqual(40 + 1 + 25)
}, 60_000)
