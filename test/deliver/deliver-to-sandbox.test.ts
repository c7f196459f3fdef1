import { createSandbox } from '@rudder-klaviyo/sandbox'
import { createKlaviyo, type Settlement } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { createVirtualTime } from '../support/virtual-time.ts'

const revisions = ['2024-06-15', '2026-07-15'] as const

type Row = Readonly<Record<string, unknown>>

/** Events in, the sandbox's state out; nothing between them is replaced but the time, which both share. */
function klaviyoOf(revision: (typeof revisions)[number]) {
  const time = createVirtualTime()
  const sandbox = createSandbox({ clock: time.clock })
  const klaviyo = createKlaviyo({
    apiKey: 'pk_test',
    revision,
    clock: time.clock,
    fetch: (input, init) => time.busy(() => sandbox.fetch(new Request(input, init))),
  })
  return {
    time,
    send: async (event: unknown): Promise<Settlement | undefined> => (await time.run(() => klaviyo.send([event])))[0],
    sendTogether: (...events: readonly unknown[]) => time.run(() => klaviyo.send(events)),
    read: async (path: string): Promise<readonly Row[]> => {
      await time.run(() => sandbox.idle())
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

const join = (messageId: string, userId: string, consent: readonly string[] = ['email']) => ({
  type: 'group',
  messageId,
  groupId: 'XUepkK',
  userId,
  traits: { subscribe: true, consent },
})

const change = (messageId: string, subscribe: boolean) =>
  identify(messageId, { email: 'gus@example.org', properties: { subscribe, listId: 'XUepkK', consent: ['email'] } })

describe.each(revisions)('delivered in %s', (revision) => {
  it('an event is there once, however often it is sent', async () => {
    const { send, sendTogether, read } = klaviyoOf(revision)
    const event = {
      type: 'track',
      messageId: 'm-1',
      event: 'Signed Up',
      context: { traits: { email: 'gus@example.org' } },
    }
    expect([(await send(event))?.status, (await send(event))?.status]).toEqual(['delivered', 'delivered'])
    expect((await sendTogether(event, event)).map(({ status }) => status)).toEqual(['delivered', 'delivered'])
    expect(await read('events')).toMatchObject([{ unique_id: 'm-1' }])
  })

  it('a subscription puts the profile on its list, an unsubscription takes it off', async () => {
    const { send, read } = klaviyoOf(revision)
    expect(await send(change('m-1', true))).toMatchObject({ status: 'delivered', warnings: [] })
    expect(await read('lists/XUepkK')).toMatchObject([{ email: 'gus@example.org' }])
    expect((await send(change('m-2', false)))?.status).toBe('delivered')
    expect(await read('lists/XUepkK')).toEqual([])
  })

  it('opposite changes of consent that are sent together take effect in their order, 10 s apart', async () => {
    const { sendTogether, read, time } = klaviyoOf(revision)
    const settlements = await sendTogether(change('m-1', true), change('m-2', false))
    expect(settlements.map(({ status }) => status)).toEqual(['delivered', 'delivered'])
    expect(time.elapsedMs()).toBeGreaterThanOrEqual(10_000)
    expect(await read('lists/XUepkK')).toEqual([])
    expect(await read('violations')).toEqual([])
  })

  it('a clash of identifiers updates the stronger profile and leaves the other alone', async () => {
    // Public report R25.
    const { send, read } = klaviyoOf(revision)
    await send(identify('a', { email: 'gus@example.org' }))
    await send(identify('b', { phone: '+12025550188' }))
    const before = (await read('requests')).length
    const settled = await send(identify('rep-25', { email: 'gus@example.org', phone: '+12025550188', title: 'Baker' }))
    const profiles = await read('profiles')
    const other = profiles.find(({ phone_number: phone }) => phone === '+12025550188')
    expect(settled).toMatchObject({
      status: 'delivered',
      warnings: [{ code: 'IDENTIFIER_CLASH', path: 'phone_number' }],
    })
    expect(settled?.warnings[0]?.message).toContain(String(other?.['id']))
    expect(profiles).toHaveLength(2)
    expect(profiles.find(({ email }) => email === 'gus@example.org')).toMatchObject({ title: 'Baker' })
    expect(other?.['title'] ?? null).toBeNull()
    expect((await read('requests')).length - before).toBeLessThanOrEqual(3)
  })

  it('a group event finds its member by the user id, whatever the id holds', async () => {
    const { send, read } = klaviyoOf(revision)
    const userId = 'u "1", \\ ü) ]'
    await send(identify('m-1', { email: 'gus@example.org' }, userId))
    expect(await send(join('m-2', userId, ['email', 'sms']))).toMatchObject({
      status: 'delivered',
      warnings: [{ code: 'CHANNEL_WITHOUT_IDENTIFIER' }],
    })
    expect(await read('lists/XUepkK')).toMatchObject([{ email: 'gus@example.org' }])
  })

  it('a group event waits for a member who is not there yet', async () => {
    const { send, read } = klaviyoOf(revision)
    expect(await send(join('m-1', 'u-1'))).toMatchObject({ status: 'retry', error: { code: 'PROFILE_NOT_FOUND' } })
    await send(identify('m-2', { email: 'gus@example.org' }, 'u-1'))
    expect(await send(join('m-1', 'u-1'))).toMatchObject({ status: 'delivered' })
    expect(await read('lists/XUepkK')).toHaveLength(1)
  })

  it('a group event that is sent together with the import of its member waits for that', async () => {
    const { sendTogether, read } = klaviyoOf(revision)
    const settlements = await sendTogether(identify('m-1', { email: 'gus@example.org' }, 'u-1'), join('m-2', 'u-1'))
    expect(settlements.map(({ status }) => status)).toEqual(['delivered', 'delivered'])
    expect(await read('lists/XUepkK')).toMatchObject([{ email: 'gus@example.org' }])
  })

  it('101 profiles go in one bulk import, and each is there', async () => {
    const { sendTogether, read } = klaviyoOf(revision)
    const events = Array.from({ length: 101 }, (_, index) =>
      identify(`m-${index}`, { email: `p${index}@example.org`, title: `T${index}` }),
    )
    const settlements = await sendTogether(...events)
    expect(settlements.every(({ status }) => status === 'delivered')).toBe(true)
    const profiles = await read('profiles')
    expect(new Set(profiles.map(({ title }) => title)).size).toBe(101)
    const posts = (await read('requests')).filter(({ method }) => method === 'POST')
    expect(posts).toHaveLength(1)
  })
})

it('over a real connection an event is delivered, and waits once nobody answers any more', async () => {
  const sandbox = createSandbox()
  const { url } = await sandbox.listen({ port: 0 })
  const klaviyo = createKlaviyo({ apiKey: 'pk_test', baseUrl: url, maxAttempts: 1 })
  const event = { type: 'track', messageId: 'm-1', event: 'Signed Up', userId: 'u-1' } as const
  try {
    expect(await klaviyo.send([event])).toMatchObject([{ status: 'delivered', warnings: [] }])
  } finally {
    await sandbox.close()
  }
  expect(await klaviyo.send([event])).toMatchObject([{ status: 'retry', error: { code: 'NETWORK' } }])
})
