import { expect, it } from 'vitest'
import { DOCUMENTS } from '../openapi/documents.ts'
import { readOperations } from '../openapi/read-operations.ts'
import { OPERATION_TABLE } from './operation-table.ts'

const ids = Object.values(DOCUMENTS).flatMap((document) => readOperations(document).map(({ id }) => id))

it('has a handler for every operation of every document, and no other', () => {
  expect(Object.keys(OPERATION_TABLE).toSorted()).toEqual([...new Set(ids)].toSorted())
})
