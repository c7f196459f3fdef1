import { describe, expect, it } from 'vitest'
import { consent, createEngineKit, emailOf, subscribeByUserId } from './engine-kit.ts'
import { failed, profiles, type SeenCall } from './scripted-klaviyo.ts'

const MINUTE_MS = 60_000
const timesOf = (calls: readonly SeenCall[]) => calls.map(({ kind, atMs }) => [kind, atMs])

describe('changes of consent', () => {
  it.each([
    [1, [1]],
    [100, [100]],
    [101, [100, 1]],
  ])('of %i people take calls of %j', async (count, sizes) => {
    const { run, klaviyo } = createEngineKit(() => () => undefined)
    await run(Array.from({ length: count }, (_, index) => consent(true, index)))
    expect(klaviyo.of('subscribe').map(({ ids }) => ids.length)).toEqual(sizes)
  })

  it('that say the same of one person become one', async () => {
    const { run, klaviyo, statuses } = createEngineKit(() => () => undefined)
    await run([consent(true), consent(true), consent(true, 1)])
    expect(klaviyo.of('subscribe').map(({ ids }) => ids.length)).toEqual([2])
    expect(statuses()).toEqual(['delivered', 'delivered', 'delivered'])
  })

  it('that are opposite are sent 10 s after the 202 of the one before', async () => {
    const { run, klaviyo } = createEngineKit(({ time }) => async ({ kind }) => {
      if (kind === 'subscribe') await new Promise<void>((resolve) => void time.clock.setTimer(resolve, 3_000))
      return undefined
    })
    await run([consent(true), consent(false)])
    expect(timesOf(klaviyo.calls)).toEqual([
      ['subscribe', 0],
      ['unsubscribe', 13_000],
    ])
  })

  it.each([
    ['within 30 minutes', 29 * MINUTE_MS, ['RESUBSCRIBE_MAY_BE_IGNORED']],
    ['after 30 minutes', 31 * MINUTE_MS, []],
  ])(
    'a second subscribe %s, with an unsubscribe between, is sent with the warnings it deserves',
    async (_when, waitMs, warnings) => {
      const { run, pass, warningsOf, statuses } = createEngineKit(() => () => undefined)
      await run([consent(true), consent(false)])
      await pass(waitMs - 10_000)
      await run([consent(true)])
      expect(statuses()).toEqual(['delivered', 'delivered', 'delivered'])
      expect(warningsOf('m-2')).toEqual(warnings)
    },
  )

  it('an error about the list is about all of them, one about a member about that one', async () => {
    const member = '/data/attributes/profiles/data/1/attributes/email'
    for (const [pointer, expected] of [
      ['/data/relationships/list/data/id', ['rejected', 'rejected', 'rejected']],
      [member, ['delivered', 'rejected', 'delivered']],
    ] as const) {
      const { run, statuses } = createEngineKit(
        () =>
          ({ nth }) =>
            nth === 1 ? failed(400, { pointers: [pointer] }) : undefined,
      )
      await run([consent(true, 0), consent(true, 1), consent(true, 2)])
      expect(statuses()).toEqual(expected)
    }
  })
})

describe('an unsubscribe of unknown outcome', () => {
  it('is sent again for those who are still on the list only', async () => {
    const { run, klaviyo, statuses } = createEngineKit(() => ({ kind, nth }) => {
      if (kind === 'unsubscribe' && nth === 1) return failed(503)
      return kind === 'list' ? profiles({ id: '01', email: emailOf(1).toUpperCase() }) : undefined
    })
    await run([consent(false, 0), consent(false, 1), consent(false, 2)])
    const [question] = klaviyo.of('list')
    expect(question?.path).toBe('/api/lists/L/profiles')
    expect(question?.query.get('filter')).toBe(`any(email,["${[0, 1, 2].map(emailOf).join('","')}"])`)
    expect(klaviyo.of('unsubscribe').map(({ ids }) => ids)).toEqual([[0, 1, 2].map(emailOf), [emailOf(1)]])
    expect(statuses()).toEqual(['delivered', 'delivered', 'delivered'])
  })

  it('is sent again for all, with a warning, when the key may not read lists', async () => {
    const { run, klaviyo, warningsOf, statuses, account } = createEngineKit(() => ({ kind, nth }) => {
      if (kind === 'unsubscribe' && nth === 1) return failed(503)
      return kind === 'list' ? failed(403) : undefined
    })
    await run([consent(false, 0), consent(false, 1)])
    expect(klaviyo.of('unsubscribe').map(({ ids }) => ids.length)).toEqual([2, 2])
    expect(statuses()).toEqual(['delivered', 'delivered'])
    expect(warningsOf('m-0')).toEqual(['UNSUBSCRIBE_REPEATED'])
    expect(account.helpers.refused().map(({ helper }) => helper)).toEqual(['readLists'])
  })

  it('asks the list first when another process began it', async () => {
    const { add, run, klaviyo, statuses } = createEngineKit(() => () => undefined)
    add([consent(false)], { isOutcomeUnknown: true })
    await run()
    expect(klaviyo.of('list')).toHaveLength(1)
    expect(klaviyo.of('unsubscribe')).toEqual([])
    expect(statuses()).toEqual(['delivered'])
  })

  it('needs no question after a 429, which did nothing', async () => {
    const { run, klaviyo } = createEngineKit(
      () =>
        ({ nth }) =>
          nth === 1 ? failed(429, { headers: { 'retry-after': '5' } }) : undefined,
    )
    await run([consent(false)])
    expect(timesOf(klaviyo.calls)).toEqual([
      ['unsubscribe', 0],
      ['unsubscribe', 5_000],
    ])
  })
})

it('a subscribe of unknown outcome is simply sent again', async () => {
  const { run, klaviyo } = createEngineKit(
    () =>
      ({ nth }) =>
        nth === 1 ? failed(503) : undefined,
  )
  await run([consent(true)])
  expect(timesOf(klaviyo.calls)).toEqual([
    ['subscribe', 0],
    ['subscribe', 1_000],
  ])
})

describe('a look-up', () => {
  const found = ({ query }: SeenCall) => {
    const ids = [...(query.get('filter') ?? '').matchAll(/u-\d+/g)].map(([id]) => id)
    return profiles(...ids.map((id) => ({ id: `01-${id}`, external_id: id, email: `${id}@found.test` })))
  }
  const people = (count: number) => Array.from({ length: count }, (_, index) => subscribeByUserId(`u-${index}`))

  it.each([
    [1, [1]],
    [100, [100]],
    [150, [100, 50]],
  ])('for %i people asks %j at a time', async (count, sizes) => {
    const { run, klaviyo, statuses } = createEngineKit(
      () => (call) => (call.kind === 'profiles' ? found(call) : undefined),
    )
    await run(people(count))
    const asked = klaviyo.of('profiles').map(({ query }) => (query.get('filter') ?? '').split(',').length - 1)
    expect(asked).toEqual(sizes)
    expect(statuses().every((status) => status === 'delivered')).toBe(true)
    expect(klaviyo.of('subscribe').flatMap(({ ids }) => ids)).toHaveLength(count)
  })

  it('that finds nobody is no failure of the call, and is made again after 10 s', async () => {
    const { run, klaviyo, outcomesOf, statuses } = createEngineKit(
      () => (call) => (call.kind === 'profiles' && call.nth === 3 ? found(call) : undefined),
    )
    await run(people(1))
    expect(timesOf(klaviyo.of('profiles'))).toEqual([
      ['profiles', 0],
      ['profiles', 10_000],
      ['profiles', 20_000],
    ])
    expect(outcomesOf('m-0')[0]).toMatchObject({
      status: 'retry',
      scope: 'event',
      error: { code: 'PROFILE_NOT_FOUND' },
    })
    expect(statuses()).toEqual(['delivered'])
  })

  it('that the key may not make rejects the event, and names the scope', async () => {
    const { run, klaviyo, outcomesOf } = createEngineKit(
      () =>
        ({ kind }) =>
          kind === 'profiles' ? failed(403) : undefined,
    )
    await run([...people(2), consent(true, 7)])
    expect(outcomesOf('m-0')).toMatchObject([{ status: 'rejected', operation: 'get_profiles' }])
    expect(String(outcomesOf('m-0').map((outcome) => ('error' in outcome ? outcome.error.message : '')))).toContain(
      'profiles:read',
    )
    expect(outcomesOf('m-2').map(({ status }) => status)).toEqual(['delivered'])
    await run([subscribeByUserId('u-9')])
    expect(klaviyo.of('profiles')).toHaveLength(1)
  })

  it('that finds somebody who has decided otherwise since supersedes the event', async () => {
    const { run, klaviyo, outcomesOf, statuses } = createEngineKit(
      () =>
        ({ kind }) =>
          kind === 'profiles' ? profiles({ id: '01', external_id: 'u-0', email: emailOf(0) }) : undefined,
    )
    await run([subscribeByUserId('u-0'), consent(false, 0)])
    expect(statuses()).toEqual(['rejected', 'delivered'])
    expect(outcomesOf('m-0')).toMatchObject([{ error: { code: 'SUPERSEDED' } }])
    expect(klaviyo.of('subscribe')).toEqual([])
  })
})
