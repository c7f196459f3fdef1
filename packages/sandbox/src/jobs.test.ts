import { describe, expect, it } from 'vitest'
import { asObject } from './as-object.ts'
import type { SandboxOptions } from './options.ts'
import { bulkImportBody, profileBody } from './testing/bodies.ts'
import { createClient, dataOf, idOf, textOf } from './testing/client.ts'
import { stillClock } from './testing/still-clock.ts'

const JOBS = '/api/profile-bulk-import-jobs'
const JOB_MS = 1000

describe.each(['2024-06-15', '2026-07-15'] as const)('a bulk job in %s', (revision) => {
  /** A client whose time goes on only by `advance`, and a job that was just begun. */
  async function withJob(emails: readonly string[], options: SandboxOptions = {}) {
    const client = createClient(revision, { clock: stillClock(), jobMs: JOB_MS, ...options })
    const id = idOf(await client.post(JOBS, bulkImportBody(emails.map((email) => ({ email })))))
    const read = async () => asObject(asObject((await client.get(`${JOBS}/${id}`)).body['data'])['attributes'])
    return { ...client, id, read, advance: (advanceMs: number) => client.post('/sandbox/clock', { advanceMs }) }
  }

  it('is queued, then processing, then complete after jobMs', async () => {
    const { read, advance } = await withJob(['ana@example.com', 'x@none.invalid'])
    const unknown = { completed_count: 0, failed_count: 0, completed_at: null }
    expect(await read()).toMatchObject({ status: 'queued', total_count: 2, started_at: null, ...unknown })
    await advance(JOB_MS - 1)
    expect(await read()).toMatchObject({ status: 'processing', started_at: '2026-07-15T00:00:00+00:00', ...unknown })
    await advance(1)
    const done = { completed_count: 1, failed_count: 1, completed_at: '2026-07-15T00:00:01+00:00' }
    expect(await read()).toMatchObject({ status: 'complete', total_count: 2, ...done })
  })

  it('tells which members failed and why, page by page', async () => {
    const emails = Array.from({ length: 5 }, (_, index) =>
      index % 2 === 0 ? `${index}@none.invalid` : `${index}@example.com`,
    )
    const { get, id, sandbox, advance } = await withJob(emails)
    await advance(JOB_MS)
    await sandbox.idle()
    const first = await get(`${JOBS}/${id}/import-errors?page[size]=2`)
    const next = textOf(asObject(first.body['links'])['next'])
    const errors = [...dataOf(first), ...dataOf(await get(next.replace('http://klaviyo.test', '')))]
    expect(errors.map(({ attributes }) => attributes)).toMatchObject(
      [0, 2, 4].map((index) => ({
        code: 'invalid',
        source: { pointer: `/data/attributes/profiles/data/${index}/attributes/email` },
        original_payload: { type: 'profile', attributes: { email: `${index}@none.invalid` } },
      })),
    )
  })

  it('takes what a single import refuses at once', async () => {
    const { post, rows } = await withJob([])
    const reply = await post('/api/profile-import', profileBody({ email: 'x@none.invalid' }))
    expect([reply.status, reply.sources]).toEqual([400, ['/data/attributes/email']])
    expect(await rows('/sandbox/profiles')).toEqual([])
  })

  it('can be cancelled once, and then has no effect any more', async () => {
    const { id, read, rows, post, advance, get } = await withJob(['ana@example.com'], { mode: 'shuffled' })
    const cancel = () => post(`/sandbox/jobs/${id}`, { status: 'cancelled' })
    expect((await cancel()).status).toBe(200)
    expect((await cancel()).status).toBe(409)
    await advance(10 * JOB_MS)
    expect(await read()).toMatchObject({ status: 'cancelled', completed_count: 0 })
    expect(await rows('/sandbox/profiles')).toEqual([])
    expect(dataOf(await get(`${JOBS}?filter=any(status,["cancelled"])`))).toHaveLength(1)
  })

  it('can be lost', async () => {
    const { id, send, get, advance, sandbox, rows } = await withJob(['ana@example.com'], { mode: 'shuffled' })
    expect((await send('DELETE', `/sandbox/jobs/${id}`)).status).toBe(204)
    expect((await get(`${JOBS}/${id}`)).status).toBe(404)
    expect(dataOf(await get(JOBS))).toEqual([])
    await advance(10 * JOB_MS)
    await sandbox.idle()
    expect(await rows('/sandbox/profiles')).toEqual([])
  })

  it.each([
    ['GET', '', undefined, 200],
    ['GET', '/none', undefined, 404],
    ['POST', '/none', { status: 'cancelled' }, 404],
    ['POST', '/ID', { status: 'complete' }, 400],
    ['POST', '/ID', '{', 400],
    ['GET', '/ID', undefined, 200],
    ['PUT', '/ID', { status: 'cancelled' }, 404],
  ] as const)('%s /sandbox/jobs%s %j: %i', async (method, path, body, status) => {
    const { id, send, read } = await withJob(['ana@example.com'])
    expect((await send(method, `/sandbox/jobs${path.replace('ID', id)}`, body)).status).toBe(status)
    expect(await read()).toMatchObject({ status: 'queued' })
  })
})
