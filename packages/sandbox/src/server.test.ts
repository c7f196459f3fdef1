import * as net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Sandbox, createSandbox } from './create-sandbox.ts'
import { profileBody } from './testing/bodies.ts'

const open: Sandbox[] = []
const start = async (port = 0) => {
  const sandbox = createSandbox()
  open.push(sandbox)
  return { sandbox, ...(await sandbox.listen({ port })) }
}
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close()
})

const HEADERS = { revision: '2024-06-15', authorization: 'Klaviyo-API-Key x', 'content-type': 'application/json' }

describe('the server', () => {
  it('answers over HTTP what fetch answers without a port', async () => {
    const { url, sandbox } = await start()
    const body = JSON.stringify(profileBody({ email: 'ana@example.com' }))
    const init = { method: 'POST', headers: HEADERS, body }
    const overHttp = await fetch(`${url}/api/profile-import`, init)
    const within = await sandbox.fetch(new Request('http://any.test/api/profile-import', init))
    expect([overHttp.status, within.status]).toEqual([201, 200])
    expect(overHttp.headers.get('content-type')).toBe('application/vnd.api+json')
    expect(await overHttp.json()).toMatchObject({ data: { attributes: { email: 'ana@example.com' } } })
  })

  it('refuses a body above 6 MB and goes on', async () => {
    const { url } = await start()
    const large = await fetch(`${url}/api/events`, { method: 'POST', headers: HEADERS, body: 'x'.repeat(6_000_001) })
    expect(large.status).toBe(413)
    expect(await large.json()).toMatchObject({ errors: [{ status: 413, code: 'payload_too_large' }] })
    expect((await fetch(`${url}/sandbox`)).status).toBe(200)
  })

  it('rejects with the error of the port when it is in use', async () => {
    const { url } = await start()
    await expect(start(Number(new URL(url).port))).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('closes while a connection is open, and can be closed twice', async () => {
    const { url, sandbox } = await start()
    await fetch(`${url}/sandbox`)
    await sandbox.close()
    await sandbox.close()
    await expect(fetch(`${url}/sandbox`)).rejects.toThrow('fetch failed')
  })

  it.each(['GET //x HTTP/1.1', 'GET http://[ HTTP/1.1', 'OPTIONS * HTTP/1.1', 'GET /sandbox/lists/%ZZ HTTP/1.1'])(
    'survives "%s"',
    async (line) => {
      const { url } = await start()
      const { port } = new URL(url)
      const answer = await new Promise<string>((resolve, reject) => {
        let text = ''
        const socket = net.connect(Number(port), '127.0.0.1', () => {
          socket.write(`${line}\r\nHost: ][\r\nConnection: close\r\n\r\n`)
        })
        socket.on('data', (chunk) => (text += chunk.toString()))
        socket.on('close', () => resolve(text))
        socket.on('error', reject)
      })
      expect(answer).toMatch(/^HTTP\/1\.1 (200|400|401|404|405) /)
      expect((await fetch(`${url}/sandbox`)).status).toBe(200)
    },
  )
})
