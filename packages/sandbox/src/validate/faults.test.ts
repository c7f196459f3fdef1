import { describe, expect, it } from 'vitest'
import { DOCUMENTS } from '../openapi/documents.ts'
import { bulkImportBody, profileBody } from '../testing/bodies.ts'
import { createSchemaCheck } from './compile.ts'
import { faultsOf } from './faults.ts'

const check = createSchemaCheck(DOCUMENTS['2024-06-15'])
const pointers = (schema: string, value: unknown) =>
  faultsOf(check(`#/components/schemas/${schema}`, value)).map(({ pointer }) => pointer)

describe('the faults of a body', () => {
  it.each([
    ['inside an object that could be null', { location: { city: 1, zip: 2 } }, ['location/city', 'location/zip']],
    ['of a choice of simple types', { location: { latitude: {} } }, ['location/latitude']],
    ['where an object or null is wanted', { location: 'Porto' }, ['location']],
    ['at a member that does not exist', { location: { planet: 'Earth' } }, ['location/planet']],
  ])('%s are named where they are, once', (_, attributes, expected) => {
    const found = pointers('ProfileUpsertRequest', profileBody(attributes))
    expect(found).toEqual(expected.map((place) => `/data/attributes/${place}`))
  })

  it('of ten thousand members are all named, in good time', () => {
    const members = Array.from({ length: 10_000 }, () => ({ location: { city: 1, latitude: {} } }))
    expect(pointers('ProfileBulkImportRequest', bulkImportBody(members))).toHaveLength(20_000)
  }, 60_000)
})
