import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readConfig, type GatewayConfig } from './config.ts'
import { createLogger } from './logger.ts'
import { startGateway, type Gateway } from './main.ts'

const logger = createLogger({ write: () => undefined })

let folder: string
let klaviyo: Server
let received: string[]
let config: GatewayConfig
const sandbox = (): { baseUrl: string; apiKey: string } => {
  const address = klaviyo.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { baseUrl: `http://127.0.0.1:${port}`, apiKey: 'sandbox' }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-'))
  config = readConfig({ DATA_DIR: folder, PORT: '0' })
  received = []
  klaviyo = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`)
    request.resume().once('end', () => response.writeHead(202).end())
  })
  klaviyo.listen(0, '127.0.0.1')
  await once(klaviyo, 'listening')
})

afterEach(async () => {
  klaviyo.closeAllConnections()
  await new Promise((resolve) => klaviyo.close(resolve))
  await rm(folder, { recursive: true })
})

const track = (gateway: Gateway): Promise<Response> =>
  fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer dev' },
    body: '{"query":"mutation { track(input: { event: \\"E\\", userId: \\"u\\" }) { __typename } }"}',
  })

describe('a gateway', () => {
  it('takes an event over its port and delivers it, then stops and can be started again', async () => {
    const gateway = await startGateway({ config, sandbox: sandbox(), logger })
    expect(await (await track(gateway)).json()).toEqual({ data: { track: { __typename: 'EventAccepted' } } })
    await vi.waitFor(() => expect(received).toEqual(['POST /api/events']))
    await Promise.all([gateway.stop(), gateway.stop()])
    await expect(track(gateway)).rejects.toThrow('fetch failed')

    const again = await startGateway({ config, sandbox: sandbox(), logger })
    expect((await again.fetch(new Request('http://gateway/health/ready'))).status).toBe(200)
    await again.stop()
  })

  it('leaves its folder free when the port is in use', async () => {
    const first = await startGateway({ config, sandbox: sandbox(), logger })
    const other = await mkdtemp(join(tmpdir(), 'gateway-'))
    const port = Number(new URL(first.url).port)
    const inUse = { ...config, dataDir: other, port }
    await expect(startGateway({ config: inUse, sandbox: sandbox(), logger })).rejects.toThrow(/set PORT/)
    const second = await startGateway({ config: { ...inUse, port: 0 }, sandbox: sandbox(), logger })
    await Promise.all([first.stop(), second.stop()])
    await rm(other, { recursive: true })
  })

  it('without a Klaviyo key and a sandbox does not start', async () => {
    await expect(startGateway({ config, logger })).rejects.toThrow('KLAVIYO_API_KEY')
  })
})

it('what was accepted for the sandbox never goes to a real account, on the same folder too', async () => {
  const nowhere = { baseUrl: 'http://127.0.0.1:1', apiKey: 'sandbox' }
  const demo = await startGateway({ config, sandbox: nowhere, logger })
  expect((await track(demo)).status).toBe(200)
  await demo.stop()

  const real = readConfig({
    DATA_DIR: folder,
    PORT: '0',
    KLAVIYO_API_KEY: 'pk',
    KLAVIYO_BASE_URL: sandbox().baseUrl,
    WRITE_KEY: 'dev2',
  })
  const gateway = await startGateway({ config: real, logger })
  await gateway.fetch(
    new Request('http://gateway/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer dev2' },
      body: '{"query":"mutation { identify(input: { userId: \\"u\\" }) { __typename } }"}',
    }),
  )
  await vi.waitFor(() => expect(received).toContain('POST /api/profile-import'))
  expect(received).not.toContain('POST /api/events')
  await gateway.stop()
})
