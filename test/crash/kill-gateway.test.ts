import { it } from 'vitest'
import { killGatewayInRounds } from './kill-gateway-rounds.ts'

it('a gateway that is killed while mutations run loses nothing that it accepted, and keeps the order of each person', async () => {
  await killGatewayInRounds(
    [
      { killAfter: 40, isDelivering: true },
      { killAfter: 1, isDelivering: false },
      { killAfter: 25, isDelivering: true },
      { killAfter: 60, isDelivering: false },
    ],
    20_000,
  )
}, 60_000)
