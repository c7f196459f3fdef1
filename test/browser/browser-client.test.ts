import { createGatewayClient, type GatewayClient } from '@rudder-klaviyo/sdk/browser'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startGatewayHere, type GatewayHere } from './start-gateway-here.ts'

let gateway: GatewayHere
let client: GatewayClient
let requestCount = 0
const open = (writeKey = 'dev'): GatewayClient =>
  createGatewayClient({
    url: gateway.url,
    writeKey,
    fetch(url, init) {
      requestCount += 1
      return gateway.fetch(new Request(url, init))
    },
  })
beforeAll(async () => {
  gateway = await startGatewayHere()
  client = open()
})
afterAll(() => gateway[Symbol.asyncDispose]())

describe('with a real gateway the browser client', () => {
  it('has every kind of event accepted, in one request', async () => {
    requestCount = 0
    const traits = { email: 'alex@example.com' }
    const outcomes = await Promise.all([
      client.identify({ userId: 'u', traits, patchProperties: { append: { seen: 'cart' } } }),
      client.track({ userId: 'u', event: 'Order Completed', revenue: 30, currency: 'USD', properties: { id: 'A-1' } }),
      client.group({ groupId: 'XUepkK', subscribe: true, consent: ['EMAIL'], traits }),
      client.screen({ userId: 'u', name: 'Cart', context: { ip: '192.0.2.1' } }),
    ])
    expect(outcomes).toMatchObject(outcomes.map(() => ({ status: 'accepted', duplicate: false, warnings: [] })))
    expect(requestCount).toBe(1)
  })

  it('tells where an event stands, and takes its messageId once', async () => {
    const input = { messageId: 'm-1', userId: 'u', event: 'Status' }
    expect(await client.status('m-1')).toBeNull()
    expect(await client.track(input)).toMatchObject({ status: 'accepted', duplicate: false })
    expect(await client.track(input)).toMatchObject({ status: 'accepted', duplicate: true })
    await vi.waitFor(async () => expect((await client.status('m-1'))?.status).toBe('DELIVERED'), 10_000)
    expect(await client.status('m-1')).toMatchObject({
      messageId: 'm-1',
      type: 'TRACK',
      name: 'Status',
      source: 'default',
      attemptCount: 1,
      error: null,
      nextAttemptAt: null,
      warnings: [],
    })
    expect((await gateway.deliveredIds()).filter((id) => id === 'm-1')).toEqual(['m-1'])
  })

  it('gives issues and warnings in the words of the call, also from the middle of a batch', async () => {
    const [, invalid, warned] = await Promise.all([
      client.track({ userId: 'u', event: 'E' }),
      client.track({ messageId: 'm-2', event: ' ' }),
      client.track({ userId: 'u', event: 'E', currency: 'Euro' }),
    ])
    expect(invalid).toMatchObject({
      status: 'invalid',
      messageId: 'm-2',
      issues: [
        { path: 'input.event', code: 'REQUIRED' },
        { path: 'input', code: 'NO_IDENTIFIER' },
      ],
    })
    expect(warned).toMatchObject({ status: 'accepted', warnings: [{ path: 'input.currency', code: 'NOT_USABLE' }] })
    expect(JSON.stringify([invalid, warned])).not.toContain('events[')
  })

  it('finds the one event that GraphQL refuses, says where to look, and has the others accepted', async () => {
    // What a page without TypeScript may send.
    const wrong = JSON.parse('{ "messageId": "m-3", "event": "E", "traits": { "email": 5 } }') as { event: string }
    const results = await Promise.allSettled([
      client.identify({ userId: 'u' }),
      client.track(wrong),
      client.track({ userId: 'u', event: 'E' }),
    ])
    expect(results).toMatchObject([
      { value: { status: 'accepted' } },
      { reason: { code: 'REFUSED', messageId: 'm-3', httpStatus: 200 } },
      { value: { status: 'accepted' } },
    ])
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))
    expect(reasons.join()).toMatch(/track event "m-3" .* at input\.traits\.email\.$/)
  })

  it('rejects with a wrong key, and says which option to check', async () => {
    await expect(open('wrong').track({ event: 'E', userId: 'u' })).rejects.toThrow(/\(HTTP 401\)\. Check writeKey\.$/)
  })
})
