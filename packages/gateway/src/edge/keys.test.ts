import { describe, expect, it } from 'vitest'
import { createKeys } from './keys.ts'

const browser = { name: 'web', account: 'default', mayChangeConsent: false }
const server = { name: 'web', account: 'default', mayChangeConsent: true }
const keys = createKeys([
  { key: 'public', source: browser },
  { key: 'secret', source: server },
])
const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`

describe('a request', () => {
  it.each([
    ['Bearer public', browser],
    ['bearer  secret', server],
    [basic('public:'), browser],
    [basic('secret:ignored'), server],
    [basic('public'), browser],
    ['Bearer Public', undefined],
    ['Bearer publi', undefined],
    ['Bearer publicx', undefined],
    ['Bearer ', undefined],
    ['Bearer public secret', undefined],
    ['public', undefined],
    [basic(':public'), undefined],
    ['Basic %%%', undefined],
    ['', undefined],
  ])('with Authorization %j has its source', (authorization, source) => {
    expect(keys.sourceOf(new Headers({ authorization }))).toBe(source)
  })

  it('without the header has none', () => {
    expect(keys.sourceOf(new Headers())).toBeUndefined()
  })
})
