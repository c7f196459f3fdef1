import { describe, expect, it } from 'vitest'
import { asObject } from './as-object.ts'
import { bulkImportBody, profileBody } from './testing/bodies.ts'
import { createClient, dataOf, textOf } from './testing/client.ts'

const JOBS = '/api/profile-bulk-import-jobs'
const jobOf = (body: Parameters<typeof asObject>[0]) => asObject(asObject(body)['data'])
const jobId = (job: ReturnType<typeof jobOf>) => textOf(job['id'])

describe.each(['2024-06-15', '2026-07-15'] as const)('bulk import in %s', (revision) => {
  it('answers queued, then imports and reports', async () => {
    const client = createClient(revision)
    const members = [
      { email: 'ana@example.com' },
      { email: 'ben@example.com' },
      { email: 'ANA@example.com', title: 'Dr' },
    ]
    const reply = await client.post(JOBS, bulkImportBody(members, ['L']))
    const job = jobOf(reply.body)
    expect(reply.status).toBe(202)
    expect(job).toMatchObject({ attributes: { status: 'queued', total_count: 3, completed_count: 0, failed_count: 0 } })
    await client.sandbox.idle()
    expect(jobOf((await client.get(`${JOBS}/${jobId(job)}`)).body)).toMatchObject({
      attributes: { status: 'complete', completed_count: 3, failed_count: 0 },
    })
    expect(await client.rows('/sandbox/lists/L')).toMatchObject([
      { title: 'Dr', consent: { email: 'NEVER_SUBSCRIBED' } },
      { email: 'ben@example.com' },
    ])
  })

  it('goes through processing', async () => {
    const client = createClient(revision)
    await client.post(JOBS, bulkImportBody([{ email: 'ana@example.com' }]))
    const seen = new Set<unknown>()
    while (!seen.has('complete')) {
      const [job] = dataOf(await client.get(JOBS))
      seen.add(asObject(job?.['attributes'])['status'])
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect([...seen].at(-2)).toBe('processing')
  })

  it('tells of members that clash, and imports the others', async () => {
    const client = createClient(revision)
    await client.post('/api/profile-import', profileBody({ email: 'ana@example.com' }))
    await client.post('/api/profile-import', profileBody({ phone_number: '+15005550006' }))
    const clash = { email: 'ana@example.com', phone_number: '+15005550006' }
    const id = jobId(jobOf((await client.post(JOBS, bulkImportBody([clash, { external_id: 'u3' }]))).body))
    await client.sandbox.idle()
    expect(jobOf((await client.get(`${JOBS}/${id}`)).body)).toMatchObject({
      attributes: { status: 'complete', completed_count: 1, failed_count: 1 },
    })
    expect(dataOf(await client.get(`${JOBS}/${id}/import-errors`))).toMatchObject([
      {
        type: 'import-error',
        attributes: {
          code: 'duplicate_profile',
          source: { pointer: '/data/attributes/profiles/data/0/attributes/phone_number' },
          original_payload: { type: 'profile', attributes: clash },
        },
      },
    ])
  })

  it('cannot clear: nulls mean nothing', async () => {
    const client = createClient(revision)
    const whole = { email: 'ana@example.com', title: 'Dr', location: { city: 'Porto' }, properties: { plan: 'pro' } }
    await client.post('/api/profile-import', profileBody(whole))
    const nulls = { email: 'ana@example.com', title: null, location: { city: null }, properties: { plan: null } }
    await client.post(JOBS, bulkImportBody([nulls, { email: 'ana@example.com', properties: null }]))
    await client.sandbox.idle()
    expect(await client.rows('/sandbox/profiles')).toMatchObject([whole])
  })

  it('can be listed by status', async () => {
    const client = createClient(revision)
    await client.post(JOBS, bulkImportBody([{ email: 'ana@example.com' }]))
    await client.sandbox.idle()
    await client.post(JOBS, bulkImportBody([{ email: 'ben@example.com' }]))
    expect(dataOf(await client.get(`${JOBS}?filter=any(status,["queued","processing"])`))).toHaveLength(1)
    expect(dataOf(await client.get(`${JOBS}?filter=equals(status,"complete")&sort=-created_at`))).toHaveLength(1)
    expect((await client.get(`${JOBS}/none`)).status).toBe(404)
  })
})
