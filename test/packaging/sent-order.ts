import { createSandbox } from '@rudder-klaviyo/sandbox'
import { readBack, type Row } from '../support/processes/read-back.ts'

/** What a consumer of `test/consumers` said, and what a sandbox of its own got. */
export interface SentOrder {
  readonly said: unknown
  readonly events: readonly Row[]
}

/** What every consumer has to come to: it planned one call, sent it, and the sandbox has the event. */
export const orderOn = (platform: unknown): object => ({
  said: { platform, operations: ['create_event'], status: 'delivered' },
  events: [{ metric: 'Order Completed', value: 30, value_currency: 'USD', profile: { email: 'alex@example.com' } }],
})

/** Starts a sandbox, lets a consumer send its order to it, and gives the JSON that it printed. */
export async function sentOrder(run: (sandboxUrl: string) => Promise<string>): Promise<SentOrder> {
  const sandbox = createSandbox()
  try {
    const { url } = await sandbox.listen({ port: 0 })
    const printed = await run(url)
    const said: unknown = JSON.parse(printed.split('\n').findLast((line) => line.startsWith('{')) ?? 'null')
    return { said, events: await readBack(url)('events') }
  } finally {
    await sandbox.close()
  }
}
