import { describe, expect, it } from 'vitest'
import { profileBody } from './testing/bodies.ts'
import { createClient, dataOf, idOf, textOf } from './testing/client.ts'

describe.each(['2024-06-15', '2026-07-15'] as const)('lists in %s', (revision) => {
  it('are made, renamed, read and deleted', async () => {
    const client = createClient(revision)
    const made = await client.post('/api/lists', { data: { type: 'list', attributes: { name: 'News' } } })
    const path = `/api/lists/${idOf(made)}`
    expect(made.status).toBe(201)
    const renamed = { data: { type: 'list', id: idOf(made), attributes: { name: 'Letters' } } }
    expect((await client.send('PATCH', path, renamed)).status).toBe(200)
    expect(dataOf(await client.get('/api/lists?filter=equals(name,"Letters")'))).toHaveLength(1)
    expect((await client.get(`${path}?additional-fields[list]=profile_count`)).body).toMatchObject({
      data: { attributes: { name: 'Letters', opt_in_process: 'single_opt_in', profile_count: 0 } },
    })
    expect((await client.send('DELETE', path)).status).toBe(204)
    expect((await client.get(path)).status).toBe(404)
  })

  it('take and lose members without a change of consent', async () => {
    const client = createClient(revision)
    const id = idOf(await client.post('/api/profile-import', profileBody({ email: 'ana@example.com' })))
    const members = { data: [{ type: 'profile', id }] }
    const path = '/api/lists/L/relationships/profiles'
    expect((await client.post(path, members)).status).toBe(204)
    expect(await client.rows('/sandbox/lists/L')).toMatchObject([{ id, consent: { email: 'NEVER_SUBSCRIBED' } }])
    expect((await client.post(path, { data: [{ type: 'profile', id: 'none' }] })).sources).toEqual(['/data/0/id'])
    expect((await client.send('DELETE', path, members)).status).toBe(204)
    expect(await client.rows('/sandbox/lists/L')).toEqual([])
  })
})

it('has one account and no segments', async () => {
  const client = createClient('2026-07-15')
  const [account] = dataOf(await client.get('/api/accounts'))
  expect((await client.get(`/api/accounts/${textOf(account?.['id'])}`)).status).toBe(200)
  expect((await client.get('/api/accounts/none')).status).toBe(404)
  expect(dataOf(await client.get('/api/segments'))).toEqual([])
  expect((await client.get('/api/segments?filter=x')).status).toBe(400)
  expect((await client.get('/api/segments/none/profiles')).status).toBe(404)
})
