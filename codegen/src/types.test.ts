import { expect, it } from 'vitest'
import { body, tinyDocument } from './fixtures/tiny-document.ts'
import { generateTypes } from './types.ts'

const revision = { name: 'revision', in: 'header', required: true, schema: { type: 'string' } }

const thing = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: { type: 'string', enum: ['a', 'b'] },
    size: { type: 'integer', default: 20 },
    note: { type: ['string', 'null'] },
    free: { type: 'object' },
  },
}

const flat = (text: string): string => text.replaceAll(/\/\*\*.*?\*\//gs, '').replaceAll(/\s+/g, ' ')

it('leaves the revision header to the client and makes the types that callers want', async () => {
  const text = flat(
    await generateTypes(
      tinyDocument({ ...body({ $ref: '#/components/schemas/Thing' }), parameters: [revision] }, { Thing: thing }),
      'x',
    ),
  )
  expect(text).not.toContain('revision')
  expect(text).toContain(
    'Thing: { kind: "a" | "b"; size?: number; note?: string | null; free?: Record<string, unknown>; };',
  )
})
