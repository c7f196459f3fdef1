import { expect, it } from 'vitest'
import { createStubKlaviyo } from './stub-klaviyo.ts'

const EVENT = { operation: 'create_event', method: 'POST', path: '/api/events', body: { data: 'é' } } as const
const IMPORT = {
  operation: 'spawn_bulk_profile_import_job',
  method: 'POST',
  path: '/api/profile-bulk-import-jobs',
  body: { data: { attributes: { profiles: { data: [{ type: 'profile' }, { type: 'profile' }] } } } },
} as const
const LIST_JOBS = {
  operation: 'get_bulk_profile_import_jobs',
  method: 'GET',
  path: '/api/profile-bulk-import-jobs',
  query: { sort: '-created_at' },
} as const

async function stubAt({ phaseMs = 0 } = {}) {
  const time = { nowMs: 0 }
  const clock = { now: () => time.nowMs }
  return { time, stub: await createStubKlaviyo({ revision: '2024-06-15', clock, jobMs: 10_000, phaseMs }) }
}

it('counts calls and the bytes of their bodies as sent, and reads apart', async () => {
  const { stub, time } = await stubAt()
  await stub.call(EVENT)
  time.nowMs = 1_500
  await stub.call(LIST_JOBS)
  expect(stub.report()).toEqual({
    tally: {
      events: { callCount: 1, bytes: '{"data":"é"}'.length + 1 },
      profiles: { callCount: 0, bytes: 0 },
      subscriptions: { callCount: 0, bytes: 0 },
    },
    readCount: 1,
    lastStartMs: 1_500,
    exceededCount: 0,
  })
})

it('notices the call that a window has no room for, and says what is left', async () => {
  const { stub, time } = await stubAt({ phaseMs: 500 })
  for (let call = 0; call < 350; call++) await stub.call(EVENT)
  expect(stub.report().exceededCount).toBe(0)
  await stub.call(EVENT)
  expect(stub.report().exceededCount).toBe(1)
  time.nowMs = 500
  const { headers } = await stub.call(EVENT)
  expect(stub.report().exceededCount).toBe(1)
  expect([headers.get('RateLimit-Remaining'), headers.get('RateLimit-Reset')]).toEqual(['3499', '60'])
})

it('completes a job ten seconds after it was started', async () => {
  const { stub, time } = await stubAt()
  const { status, body } = await stub.call(IMPORT)
  expect({ status, body }).toMatchObject({ status: 202, body: { data: { id: 'job-1' } } })
  time.nowMs = 9_999
  expect((await stub.call(LIST_JOBS)).body).toMatchObject({ data: [{ id: 'job-1', attributes: { total_count: 2 } }] })
  const unfinished = { ...LIST_JOBS, query: { filter: 'any(status,["queued","processing"])' } }
  expect((await stub.call(unfinished)).body).toMatchObject({ data: [{ attributes: { status: 'processing' } }] })
  time.nowMs = 10_000
  expect((await stub.call(unfinished)).body).toMatchObject({ data: [], links: { next: null } })
  const done = { data: [{ attributes: { status: 'complete', completed_count: 2, failed_count: 0 } }] }
  expect((await stub.call(LIST_JOBS)).body).toMatchObject(done)
})

it('pages the list of jobs', async () => {
  const { stub } = await stubAt()
  for (let job = 0; job < 3; job++) await stub.call(IMPORT)
  const query = { ...LIST_JOBS.query, 'page[size]': '2' }
  const first = await stub.call({ ...LIST_JOBS, query })
  expect(first.body).toMatchObject({ data: [{ id: 'job-3' }, { id: 'job-2' }] })
  const { next } = (first.body as { links: { next: string } }).links // the page before the last has one
  const rest = Object.fromEntries(new URL(next).searchParams)
  expect((await stub.call({ ...LIST_JOBS, query: rest })).body).toMatchObject({ data: [{ id: 'job-1' }] })
})
