import { expect, it, vi } from 'vitest'
import { GRAPHIQL_TABS } from './http/graphiql-tabs.ts'
import { RESULT, useTestGateway, type Answer } from './testing/test-gateway.ts'

const gateway = useTestGateway()
const ask = (query: string, variables: unknown = {}): Promise<Answer> => gateway().ask(query, variables)

it('the tabs of GraphiQL run as they are, in order, and deliver', async () => {
  for (const { query, variables = '{}' } of GRAPHIQL_TABS) {
    const given: unknown = JSON.parse(variables)
    const answer = await ask(query, given)
    expect(answer.errors).toBeUndefined()
    expect(Object.values(answer.data ?? {})).not.toContain(null)
  }
  await vi.waitFor(() => expect(gateway().delivered).toHaveLength(6))
})

it('another source may be named with the admin key only', async () => {
  expect(await ask('{ event(messageId: "m", source: "other") { status } }')).toMatchObject({
    data: { event: null },
    errors: [{ path: ['event'], extensions: { code: 'FORBIDDEN' } }],
  })
})

it('what waits is delivered after a restart', async () => {
  await ask('mutation { track(input: { messageId: "m", event: "E", userId: "u" }) { __typename } }')
  await gateway().close()
  await gateway().open()
  await vi.waitFor(() => expect(gateway().delivered).toEqual(['m']))
  expect(gateway().lines.filter((line) => line.includes('"error"'))).toEqual([])
})

it('is not ready once it stops, and answers all the same', async () => {
  const ready = async (): Promise<number> =>
    (await gateway().core.fetch(new Request('http://gateway/health/ready'))).status
  expect(await ready()).toBe(200)
  const drained = gateway().core.drain()
  expect(await ready()).toBe(503)
  expect(await ask(`mutation { track(input: { event: "E", userId: "u" }) ${RESULT} }`)).toMatchObject({
    data: { track: { duplicate: false } },
  })
  await drained
})

it('consent from the write key is refused where servers alone may change it', async () => {
  await gateway().close()
  await gateway().open({ KLAVIYO_API_KEY: 'pk', WRITE_KEY: 'web', SERVER_KEY: 'server' })
  const query = `mutation { group(input: { groupId: "L", subscribe: false, traits: { email: "a@example.com" } }) ${RESULT} }`
  const answers = ['web', 'server'].map((key) => gateway().ask(query, {}, { authorization: `Bearer ${key}` }))
  expect(await Promise.all(answers)).toMatchObject([
    {
      data: {
        group: { __typename: 'EventInvalid', issues: [{ path: 'input.subscribe', code: 'CONSENT_NOT_ALLOWED' }] },
      },
    },
    { data: { group: { __typename: 'EventAccepted', warnings: [{ code: 'MAY_UNSUBSCRIBE_GLOBALLY' }] } } },
  ])
})
