import { expect, it } from 'vitest'
import { body, tinyDocument } from './fixtures/tiny-document.ts'
import { generateSandboxDocument } from './sandbox-document.ts'

it('drops the prose and keeps what is only named like it', () => {
  const schema = {
    description: 'prose',
    type: 'object',
    required: ['description'],
    properties: {
      description: { type: 'string', description: 'prose', example: 'prose' },
      properties: { type: 'object', properties: { summary: { type: 'string', summary: 'prose' } } },
      kind: { enum: ['description'], default: { description: 'a value' } },
    },
  }
  const revision = { name: 'revision', in: 'header', required: true, description: 'prose', schema: { type: 'string' } }
  const document = tinyDocument({ ...body(schema), summary: 'prose', parameters: [revision] }, { description: schema })
  const text = generateSandboxDocument(document)
  const kept = {
    type: 'object',
    required: ['description'],
    properties: {
      description: { type: 'string' },
      properties: { type: 'object', properties: { summary: { type: 'string' } } },
      kind: { enum: ['description'], default: { description: 'a value' } },
    },
  }
  expect(text).not.toContain('prose')
  expect(text.endsWith('}\n')).toBe(true)
  expect(JSON.parse(text)).toMatchObject({
    paths: {
      '/api/things': {
        post: {
          parameters: [{ name: 'revision', in: 'header', required: true, schema: { type: 'string' } }],
          ...body(kept),
          responses: { '202': {} },
        },
      },
    },
    components: { schemas: { description: kept } },
  })
})
