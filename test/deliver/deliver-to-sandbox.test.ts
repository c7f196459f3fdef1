import { createSandbox } from '@rudder-klaviyo/sandbox'
import { createCall, createDelivery, planEvent, resolveSettings } from '@rudder-klaviyo/sdk/stages'
import { describe, expect, it } from 'vitest'

const revisions = ['2024-06-15', '2026-07-15'] as const

type Row = Readonly<Record<string, unknown>>

/** Events in, the sandbox's state out; nothing between them is replaced. */
function klaviyoOf(revision: (typeof revisions)[number]) {
  const sandbox = createSandbox()
  const settings = resolveSettings({ revision })
  const fetch: typeof globalThis.fetch = (input, init) => sandbox.fetch(new Request(input, init))
  const call = createCall({ apiKey: 'pk_test', revision, fetch })
  const deliver = createDelivery({ call, revision })
  return {
    send: (event: object) => deliver(planEvent(event, settings), { signal: AbortSignal.timeout(10_000) }),
    read: async (path: string): Promise<readonly Row[]> => {
      const response = await sandbox.fetch(new Request(`http://sandbox/sandbox/${path}`))
      // The sandbox answers { data: rows }; the assertions look closer.
      return ((await response.json()) as { data: readonly Row[] }).data
    },
  }
}

const identify = (messageId: string, traits: object, userId?: string) => ({
  type: 'identify',
  messageId,
  traits,
  ...(userId === undefined ? undefined : { userId }),
})

describe.each(revisions)('delivered in %s', (revision) => {
  it('an event is there once, however often it is sent', async () => {
    const { send, read } = klaviyoOf(revision)
    const event = {
      type: 'track',
      messageId: 'm-1',
      event: 'Signed Up',
      context: { traits: { email: 'gus@example.org' } },
    }
    expect([(await send(event)).status, (await send(event)).status]).toEqual(['delivered', 'delivered'])
    expect(await read('events')).toMatchObject([{ unique_id: 'm-1' }])
  })

  it('a subscription puts the profile on its list, an unsubscription takes it off', async () => {
    const { send, read } = klaviyoOf(revision)
    const change = (messageId: string, subscribe: boolean) =>
      identify(messageId, { email: 'gus@example.org', properties: { subscribe, listId: 'XUepkK', consent: ['email'] } })
    expect(await send(change('m-1', true))).toEqual({ status: 'delivered', warnings: [] })
    expect(await read('lists/XUepkK')).toMatchObject([{ email: 'gus@example.org' }])
    expect((await send(change('m-2', false))).status).toBe('delivered')
    expect(await read('lists/XUepkK')).toEqual([])
  })

  it('a clash of identifiers updates the stronger profile and leaves the other alone', async () => {
    // Public report R25.
    const { send, read } = klaviyoOf(revision)
    await send(identify('a', { email: 'gus@example.org' }))
    await send(identify('b', { phone: '+12025550188' }))
    const before = (await read('requests')).length
    const outcome = await send(identify('rep-25', { email: 'gus@example.org', phone: '+12025550188', title: 'Baker' }))
    const profiles = await read('profiles')
    const other = profiles.find(({ phone_number: phone }) => phone === '+12025550188')
    expect(outcome).toMatchObject({
      status: 'delivered',
      warnings: [{ code: 'IDENTIFIER_CLASH', path: 'phone_number' }],
    })
    expect(outcome.warnings[0]?.message).toContain(String(other?.['id']))
    expect(profiles).toHaveLength(2)
    expect(profiles.find(({ email }) => email === 'gus@example.org')).toMatchObject({ title: 'Baker' })
    expect(other?.['title'] ?? null).toBeNull()
    expect((await read('requests')).length - before).toBeLessThanOrEqual(3)
  })

  it('a group event finds its member by the user id, whatever the id holds', async () => {
    const { send, read } = klaviyoOf(revision)
    const userId = 'u "1", \\ ü) ]'
    await send(identify('m-1', { email: 'gus@example.org' }, userId))
    const group = {
      type: 'group',
      messageId: 'm-2',
      groupId: 'XUepkK',
      userId,
      traits: { subscribe: true, consent: ['email', 'sms'] },
    }
    expect(await send(group)).toMatchObject({ status: 'delivered', warnings: [{ code: 'CHANNEL_WITHOUT_IDENTIFIER' }] })
    expect(await read('lists/XUepkK')).toMatchObject([{ email: 'gus@example.org' }])
  })

  it('a group event waits for a member who is not there yet', async () => {
    const { send, read } = klaviyoOf(revision)
    const group = {
      type: 'group',
      messageId: 'm-1',
      groupId: 'XUepkK',
      userId: 'u-1',
      traits: { subscribe: true, consent: ['email'] },
    }
    expect(await send(group)).toMatchObject({ status: 'retry', scope: 'event', error: { code: 'PROFILE_NOT_FOUND' } })
    await send(identify('m-2', { email: 'gus@example.org' }, 'u-1'))
    expect(await send(group)).toMatchObject({ status: 'delivered' })
    expect(await read('lists/XUepkK')).toHaveLength(1)
  })
})

describe('over a real connection', () => {
  const plan = planEvent({ type: 'track', messageId: 'm-1', event: 'Signed Up', userId: 'u-1' }, resolveSettings({}))
  const deliverTo = (baseUrl: string) =>
    createDelivery({
      call: createCall({ apiKey: 'pk_test', revision: '2024-06-15', baseUrl }),
      revision: '2024-06-15',
    })(plan, { signal: AbortSignal.timeout(10_000) })

  it('an event is delivered, and waits once nobody answers any more', async () => {
    const sandbox = createSandbox()
    const { url } = await sandbox.listen({ port: 0 })
    try {
      expect(await deliverTo(url)).toEqual({ status: 'delivered', warnings: [] })
    } finally {
      await sandbox.close()
    }
    expect(await deliverTo(url)).toMatchObject({ status: 'retry', scope: 'operation', error: { code: 'NETWORK' } })
  })
})
