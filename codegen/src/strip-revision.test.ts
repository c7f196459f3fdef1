import { expect, it } from 'vitest'
import { OpenApiDocument } from './openapi/document.ts'
import { stripRevision } from './strip-revision.ts'

const revision = { name: 'revision', in: 'header', required: true, schema: { type: 'string' } }
const trace = { name: 'trace', in: 'header', schema: { type: 'string' } }
const inQuery = { ...revision, in: 'query' }

const document = OpenApiDocument.parse({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: {
    '/a': {
      parameters: [revision],
      get: { operationId: 'a', parameters: [{ $ref: '#/components/parameters/Revision' }, trace], responses: {} },
    },
    '/b': { get: { operationId: 'b', parameters: [inQuery, revision], responses: {} } },
  },
  components: { parameters: { Revision: revision, Trace: trace } },
})

it('takes the revision header out of paths, operations and components, and nothing else', () => {
  const before = structuredClone(document)
  const stripped = stripRevision(document)
  expect(stripped.paths['/a']?.parameters).toEqual([])
  expect(stripped.paths['/a']?.get?.parameters).toEqual([trace])
  expect(stripped.paths['/b']?.get?.parameters).toEqual([inQuery])
  expect(stripped.components?.parameters).toEqual({ Trace: trace })
  expect(document).toEqual(before)
})
