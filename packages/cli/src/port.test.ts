import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { isPortInUse, parsePort } from './port.ts'
import { UsageError } from './usage-error.ts'

describe('a port', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['4010', 4010],
    ['65535', 65_535],
  ])('%j is %i', (text, port) => {
    expect(parsePort(text, '--port')).toBe(port)
  })

  it.each(['', ' ', '65536', '99999', '123456', '-1', '1.5', '1e3', '0x50', '80 ', ' 80', '+80', 'http', '٣', 'NaN'])(
    '%j is none, and the message names the option and what would do',
    (text) => {
      expect(() => parsePort(text, 'SANDBOX_PORT')).toThrow(UsageError)
      expect(() => parsePort(text, 'SANDBOX_PORT')).toThrow(/^SANDBOX_PORT must be .* 0 .* 65535/)
    },
  )
})

describe('a port in use', () => {
  it('is told by the error of the system', async () => {
    await using server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const second = createServer().listen(typeof address === 'object' ? address?.port : undefined, '127.0.0.1')
    const errors: unknown[] = await once(second, 'error')
    expect(isPortInUse(errors[0])).toBe(true)
  })

  it.each([new Error('EADDRINUSE'), Object.assign(new Error('no'), { code: 'EACCES' }), { code: 'EADDRINUSE' }, null])(
    'is not told by %s',
    (error) => {
      expect(isPortInUse(error)).toBe(false)
    },
  )
})
