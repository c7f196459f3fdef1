import { expect, it, vi } from 'vitest'
import { runCli } from '../support/processes/cli.ts'
import { startGateway, type GatewayProcess } from '../support/processes/start-gateway.ts'
import { startSandbox } from '../support/processes/start-sandbox.ts'
import { temporaryFolder } from '../support/processes/temporary-folder.ts'

const range = (count: number) => Array.from({ length: count }, (_nothing, index) => index)
const ids = (prefix: string, count: number) => range(count).map((index) => `${prefix}-${index}`)

/** Accepts one track event of each of these, each of a person of its own. */
async function accept(gateway: GatewayProcess, messageIds: readonly string[]): Promise<void> {
  const events = messageIds.map((messageId) => ({ track: { messageId, userId: messageId, event: 'Viewed' } }))
  const query = 'mutation ($events: [EventInput!]!) { batch(events: $events) { __typename } }'
  const { data } = await gateway.send(query, { events })
  expect(data['batch']).toEqual(messageIds.map(() => ({ __typename: 'EventAccepted' })))
}

/** How many of these are in each state. */
async function statesOf(gateway: GatewayProcess, messageIds: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (let start = 0; start < messageIds.length; start += 50) {
    const fields = messageIds
      .slice(start, start + 50)
      .map((messageId, index) => `e${index}: event(messageId: "${messageId}") { status }`)
    const { data } = await gateway.send(`{ ${fields.join(' ')} }`)
    for (const event of Object.values(data)) {
      const { status } = event as { status: string } // what was asked for
      counts[status] = (counts[status] ?? 0) + 1
    }
  }
  return counts
}

it('R45: a second gateway on a folder stops and touches nothing; a third goes on where a killed one was', async () => {
  await using folder = await temporaryFolder()
  await using klaviyo = await startSandbox()
  const env = { KLAVIYO_API_KEY: 'pk_test', KLAVIYO_BASE_URL: klaviyo.url, WRITE_KEY: 'wk' }
  const messageIds = ids('m', 20)
  {
    await using first = await startGateway({ dataDir: folder.path, env })
    await accept(first, messageIds)
    const second = await runCli(['serve'], { env: { ...env, PORT: '0', DATA_DIR: folder.path } })
    expect(second.exitCode).not.toBe(0)
    expect(second.stderr).toContain(folder.path)
    expect(second.stderr).toContain(String(first.process.pid))
    first.process.kill('SIGKILL')
    await first.process.untilEnded()
  }
  await using third = await startGateway({ dataDir: folder.path, env })
  await vi.waitFor(async () => expect(await statesOf(third, messageIds)).toEqual({ DELIVERED: 20 }), {
    timeout: 10_000,
    interval: 100,
  })
  const events = await klaviyo.read('events')
  expect(events.map((row) => String(row['unique_id'])).toSorted()).toEqual(messageIds.toSorted())
}, 60_000)

it('R47: an event that Klaviyo always fails on stops nobody else', async () => {
  await using folder = await temporaryFolder()
  await using gateway = await startGateway({ dataDir: folder.path })
  const fault = { kind: 'status', status: 500, match: '"unique_id":"poison"' }
  const added = await fetch(`${gateway.sandboxUrl}/sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) })
  expect(added.status).toBe(201)
  const others = ids('m', 200)
  const startedAtMs = performance.now()
  await accept(gateway, ['poison', ...others])
  await vi.waitFor(async () => expect(await statesOf(gateway, others)).toEqual({ DELIVERED: 200 }), {
    timeout: 30_000,
    interval: 250,
  })
  expect(performance.now() - startedAtMs).toBeLessThan(30_000)
  await vi.waitFor(async () => expect(await statesOf(gateway, ['poison'])).toEqual({ RETRYING: 1 }), {
    timeout: 10_000,
    interval: 100,
  })
  expect(await gateway.read('violations')).toEqual([])
}, 60_000)
