import { expect, it } from 'vitest'
import { ConfigError } from '../errors/config-error.ts'
import { createCall } from './call.ts'
import { pageRequest } from './page-request.ts'
import { paginate } from './paginate.ts'
import { accepted, recordingFetch } from './testing/recording-fetch.ts'

it.each([
  ['.evil.example/', {}],
  ['/api/lists/{id}/profiles', { id: '..' }],
  ['/api/lists/{id}', { id: '.' }],
])('paging through %s with %j sends nothing', async (path, values) => {
  const { fetch, sent } = recordingFetch(accepted)
  const call = createCall({ apiKey: 'pk_1', revision: '2024-06-15', fetch })
  const pages = paginate(call, pageRequest('2024-06-15', path, { params: { path: values } }))
  await expect(pages.toArray({ limit: 1 })).rejects.toBeInstanceOf(ConfigError)
  expect(sent).toEqual([])
})
