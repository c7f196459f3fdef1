import { describe, expect, it } from 'vitest'
import { createEngineKit, emailOf, identifies } from './engine-kit.ts'
import { clash, failed, type JobRow, jobList, jobStarted, type SeenCall } from './scripted-klaviyo.ts'

const MINUTE_MS = 60_000
const delivered = (statuses: readonly unknown[]) => statuses.every((status) => status === 'delivered')
const timesOf = (calls: readonly SeenCall[]) => calls.map(({ atMs }) => atMs)
const job = (status: JobRow['status'], more: Partial<JobRow> = {}) => jobList([{ id: 'job-1', status, ...more }])
const importErrors = (...emails: readonly string[]) =>
  Response.json({
    data: emails.map((email) => ({
      type: 'import-error',
      attributes: { original_payload: { type: 'profile', attributes: { email } } },
    })),
  })

describe('how profiles are imported', () => {
  it.each([
    [1, 1, 0],
    [100, 100, 0],
    [101, 0, 1],
    // What is left over is few again.
    [10_001, 1, 1],
  ])('%i: %i single calls, %i bulk imports', async (count, singleCount, bulkCount) => {
    const { run, klaviyo, statuses } = createEngineKit(() => () => undefined)
    await run(identifies(count))
    expect([klaviyo.of('import').length, klaviyo.of('imports').length]).toEqual([singleCount, bulkCount])
    expect(delivered(statuses())).toBe(true)
  })

  it('a profile that unsets or appends is never in bulk', async () => {
    const { run, klaviyo } = createEngineKit(() => () => undefined)
    const special = ['fieldsToUnset', 'fieldsToAppend'].map((how, index) => ({
      type: 'identify',
      traits: { email: `special-${index}@shop.test`, plan: 'x' },
      integrations: { Klaviyo: { [how]: ['plan'] } },
    }))
    await run([...identifies(150), ...special])
    expect(klaviyo.of('imports').map(({ ids }) => ids.length)).toEqual([150])
    expect(klaviyo.of('import').map(({ ids }) => ids.join())).toEqual(['special-0@shop.test', 'special-1@shop.test'])
  })

  it('at most 8 bulk imports are unfinished', async () => {
    let unfinishedCount = 0
    let most = 0
    const { run, statuses, klaviyo } = createEngineKit(
      ({ time }) => {
        const jobs = new Map<string, number>()
        return ({ kind, nth }) => {
          if (kind === 'imports') {
            jobs.set(`job-${nth}`, time.elapsedMs())
            most = Math.max(most, (unfinishedCount += 1))
            return jobStarted(`job-${nth}`)
          }
          if (kind !== 'jobs') return undefined
          const rows = [...jobs].map(([id, atMs]): JobRow => ({
            id,
            status: time.elapsedMs() - atMs < 20_000 ? 'processing' : 'complete',
          }))
          unfinishedCount = rows.filter(({ status }) => status === 'processing').length
          return jobList(rows)
        }
      },
      { rateShare: 1 },
    )
    // 45 kB each: a bulk import has room for some hundred.
    const bio = 'x'.repeat(45_000)
    await run(identifies(1_300).map((event) => ({ ...event, context: { traits: { bio } } })))
    expect(most).toBe(8)
    expect(klaviyo.of('imports').length).toBeGreaterThan(10)
    expect(delivered(statuses())).toBe(true)
  }, 30_000)
})

describe('a job', () => {
  it('is asked about after 2, 4, 8 … 30 s, by one call for all', async () => {
    const { run, klaviyo, jobs } = createEngineKit(
      () =>
        ({ kind, atMs }) =>
          kind === 'jobs' && atMs < 2 * MINUTE_MS ? job('processing') : undefined,
    )
    await run(identifies(101))
    expect(timesOf(klaviyo.of('jobs'))).toEqual([2_000, 6_000, 14_000, 30_000, 60_000, 90_000, 120_000])
    expect(jobs).toEqual([{ id: 'job-1', events: expect.arrayContaining(['m-0', 'm-100']) as unknown }])
  })

  it('has its errors read only when it has some', async () => {
    const { run, klaviyo } = createEngineKit(
      () =>
        ({ kind }) =>
          kind === 'jobs' ? job('complete') : undefined,
    )
    await run(identifies(101))
    expect(klaviyo.of('import-errors')).toEqual([])
  })

  it('that failed for some sends these one by one, whose verdict counts', async () => {
    const { run, klaviyo, statuses } = createEngineKit(() => ({ kind, ids }) => {
      if (kind === 'jobs') return job('complete', { failedCount: 2 })
      if (kind === 'import-errors') return importErrors(emailOf(3), emailOf(70))
      return kind === 'import' && ids.includes(emailOf(70)) ? failed(400) : undefined
    })
    await run(identifies(101))
    expect(klaviyo.of('import').map(({ ids }) => ids.join())).toEqual([emailOf(3), emailOf(70)])
    expect(klaviyo.of('import-errors').map(({ path }) => path)).toEqual([
      '/api/profile-bulk-import-jobs/job-1/import-errors',
    ])
    expect(statuses().flatMap((status, index) => (status === 'delivered' ? [] : [`${index} ${status}`]))).toEqual([
      '70 rejected',
    ])
  })

  it('with errors that fit nobody sends everybody one by one', async () => {
    const { run, klaviyo, statuses } = createEngineKit(() => ({ kind }) => {
      if (kind === 'jobs') return job('complete', { failedCount: 1 })
      return kind === 'import-errors' ? importErrors('nobody@else.test') : undefined
    })
    await run(identifies(101))
    expect(klaviyo.of('import')).toHaveLength(101)
    expect(delivered(statuses())).toBe(true)
  })

  it.each<{ rule: string; rows: (atMs: number) => readonly JobRow[]; fromMs: number }>([
    { rule: 'that was cancelled', rows: () => [{ id: 'job-1', status: 'cancelled' }], fromMs: 2_000 },
    { rule: 'that is gone', rows: () => [], fromMs: 10_000 },
    {
      rule: 'that is not over after 30 minutes',
      rows: () => [{ id: 'job-1', status: 'processing' }],
      fromMs: 30 * MINUTE_MS,
    },
  ])('$rule has its profiles imported one by one', async ({ rows, fromMs }) => {
    const { run, klaviyo, statuses } = createEngineKit(
      () =>
        ({ kind, atMs }) =>
          kind === 'jobs' ? jobList(rows(atMs)) : undefined,
    )
    await run(identifies(101))
    expect(klaviyo.of('import')).toHaveLength(101)
    expect(klaviyo.of('import')[0]?.atMs).toBeGreaterThanOrEqual(fromMs)
    expect(klaviyo.of('import')[0]?.atMs).toBeLessThanOrEqual(fromMs + 30_000)
    expect(delivered(statuses())).toBe(true)
  })

  it('is followed by a new holder, and not sent again', async () => {
    const { add, run, klaviyo, statuses } = createEngineKit(
      () =>
        ({ kind, atMs }) =>
          kind === 'jobs' ? jobList([{ id: 'earlier', status: atMs < 10_000 ? 'processing' : 'complete' }]) : undefined,
    )
    add(identifies(3), { job: 'earlier' })
    await run()
    expect(delivered(statuses())).toBe(true)
    expect(klaviyo.of('imports', 'import')).toEqual([])
  })

  it('holds back what comes after it of its people, and nobody else', async () => {
    const { add, pass, klaviyo } = createEngineKit(
      () =>
        ({ kind, atMs }) =>
          kind === 'jobs' && atMs < 40_000 ? job('processing') : undefined,
    )
    add(identifies(101))
    await pass(5_000)
    add([
      { type: 'track', event: 'Order', context: { traits: { email: emailOf(0) } } },
      { type: 'track', event: 'Order', userId: 'other' },
    ])
    await pass(100_000)
    expect(klaviyo.of('event').map(({ ids, atMs }) => [ids.join(), atMs])).toEqual([
      ['m-102', 5_000],
      ['m-101', 60_000],
    ])
  })
})

describe('a bulk import of unknown outcome', () => {
  it.each([
    ['a 503', () => failed(503)],
    ['a 202 without a job', () => new Response(null, { status: 202 })],
    [
      'a broken connection',
      (): Response => {
        throw new TypeError('fetch failed')
      },
    ],
  ])('(%s) is sent again once no job since is unfinished', async (_what, answer) => {
    const { run, klaviyo, statuses } = createEngineKit(({ time }) => ({ kind, nth, atMs, query }) => {
      if (kind === 'imports' && nth === 1) return answer()
      if (kind !== 'jobs' || query.get('filter') === null) return undefined
      const createdAt = new Date(time.clock.now()).toISOString()
      return jobList(atMs < 60_000 ? [{ id: 'unknown', status: 'queued', createdAt }] : [])
    })
    await run(identifies(101))
    const asked = klaviyo.of('jobs').filter(({ query }) => query.get('filter') !== null)
    expect(asked.every(({ query }) => query.get('filter') === 'any(status,["queued","processing"])')).toBe(true)
    expect(timesOf(asked).slice(0, 3)).toEqual([1_000, 3_000, 7_000])
    expect(timesOf(klaviyo.of('imports')).map((atMs) => atMs >= 60_000)).toEqual([false, true])
    expect(delivered(statuses())).toBe(true)
  })

  it('does not wait for jobs of before', async () => {
    const { run, klaviyo } = createEngineKit(({ time }) => ({ kind, nth, query }) => {
      if (kind === 'imports' && nth === 1) return failed(503)
      const createdAt = new Date(time.clock.now() - 10 * MINUTE_MS).toISOString()
      return kind === 'jobs' && query.get('filter') !== null
        ? jobList([{ id: 'older', status: 'processing', createdAt }])
        : undefined
    })
    await run(identifies(101))
    expect(timesOf(klaviyo.of('imports'))).toEqual([0, 1_000])
  })

  it('waits 15 minutes at most', async () => {
    const { run, klaviyo, statuses } = createEngineKit(({ time }) => ({ kind, nth, query }) => {
      if (kind === 'imports' && nth === 1) return failed(503)
      const createdAt = new Date(time.clock.now()).toISOString()
      return kind === 'jobs' && query.get('filter') !== null
        ? jobList([{ id: 'endless', status: 'processing', createdAt }])
        : undefined
    })
    await run(identifies(101))
    const [, second] = timesOf(klaviyo.of('imports'))
    expect(second).toBeGreaterThanOrEqual(15 * MINUTE_MS)
    expect(second).toBeLessThanOrEqual(16 * MINUTE_MS)
    expect(delivered(statuses())).toBe(true)
  })
})

describe('a key that may not do it', () => {
  it.each([
    ['bulk imports', 'imports'],
    ['reading jobs', 'jobs'],
  ])('(%s) has its profiles imported one by one, from then on', async (_what, refused) => {
    const { add, run, klaviyo, statuses, account } = createEngineKit(
      () =>
        ({ kind }) =>
          kind === refused ? failed(403) : undefined,
    )
    await run(identifies(101))
    add(
      identifies(110)
        .map((event) => ({ ...event, userId: 'again', traits: {} }))
        .slice(0, 1),
    )
    await run(Array.from({ length: 105 }, (_, index) => ({ type: 'identify', traits: { email: `new-${index}@x.co` } })))
    expect(delivered(statuses())).toBe(true)
    expect(klaviyo.of('imports')).toHaveLength(1)
    expect(klaviyo.of('import').length).toBeGreaterThanOrEqual(206)
    expect(account.helpers.refused().map(({ helper }) => helper)).toEqual(['bulkImport'])
  })
})

describe('identifiers that belong to two profiles (409)', () => {
  const all = {
    type: 'identify',
    userId: 'u',
    traits: { email: 'gus@example.org', phone: '+12025550188', title: 'Baker' },
  }

  it('are given up one by one, weakest first, until the import is taken', async () => {
    const { run, klaviyo, statuses, warningsOf } = createEngineKit(
      () =>
        ({ kind, nth }) =>
          kind === 'import' && nth < 3 ? clash() : undefined,
    )
    await run([all])
    const sent = klaviyo
      .of('import')
      .map(({ text }) => ['external_id', 'email', 'phone_number'].filter((name) => text.includes(name)))
    expect(sent).toEqual([['external_id', 'email', 'phone_number'], ['external_id', 'email'], ['external_id']])
    expect(statuses()).toEqual(['delivered'])
    expect(warningsOf('m-0')).toEqual(['IDENTIFIER_CLASH', 'IDENTIFIER_CLASH'])
  })

  it('are never given up for ever: with one left the answer is the verdict', async () => {
    const { run, klaviyo, statuses } = createEngineKit(
      () =>
        ({ kind }) =>
          kind === 'import' ? clash() : undefined,
    )
    await run([all])
    expect(klaviyo.of('import')).toHaveLength(3)
    expect(statuses()).toEqual(['rejected'])
  })

  it('are left out of the subscribe of the event too', async () => {
    const { run, klaviyo, statuses, warningsOf } = createEngineKit(
      () =>
        ({ kind, nth }) =>
          kind === 'import' && nth < 3 ? clash() : undefined,
    )
    await run([{ ...all, traits: { ...all.traits, properties: { subscribe: true, listId: 'L', consent: ['email'] } } }])
    expect(klaviyo.of('subscribe')).toEqual([])
    expect(statuses()).toEqual(['delivered'])
    expect(warningsOf('m-0')).toContain('CHANNEL_WITHOUT_IDENTIFIER')
  })

  it('but not of its unsubscribe', async () => {
    const { run, klaviyo } = createEngineKit(
      () =>
        ({ kind, nth }) =>
          kind === 'import' && nth < 3 ? clash() : undefined,
    )
    await run([{ ...all, traits: { ...all.traits, properties: { subscribe: false, listId: 'L' } } }])
    expect(klaviyo.of('unsubscribe').map(({ ids }) => ids)).toEqual([['gus@example.org']])
  })

  it('a later call that fails otherwise ends the chain', async () => {
    const { run, klaviyo, statuses } = createEngineKit(
      () =>
        ({ kind, nth }) =>
          kind === 'import' ? (nth === 1 ? clash() : failed(400)) : undefined,
    )
    await run([all])
    expect(klaviyo.of('import')).toHaveLength(2)
    expect(statuses()).toEqual(['rejected'])
  })

  it('after several identifies became one, each gets its own verdict, in order', async () => {
    const { run, klaviyo, statuses } = createEngineKit(
      () =>
        ({ kind, nth }) =>
          kind === 'import' && nth === 1 ? failed(400) : undefined,
    )
    const titles = ['Baker', 'Cook', 'Dean']
    await run(titles.map((title) => ({ type: 'identify', userId: 'u', traits: { title } })))
    expect(klaviyo.of('import').map(({ text }) => /"title":"(\w+)"/.exec(text)?.[1])).toEqual(['Dean', ...titles])
    expect(delivered(statuses())).toBe(true)
  })
})
