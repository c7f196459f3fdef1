import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { runCommand } from '../support/run-command.ts'
import { bundleClient } from './bundle-client.ts'

/** What a page pays for the client, in bytes, gzipped. */
const MAX_BYTES = 3_000

const { code, files } = await bundleClient()

it(`the browser client is at most ${MAX_BYTES} bytes, minified and gzipped`, () => {
  const sizeBytes = gzipSync(code, { level: 9 }).length
  console.log(`@rudder-klaviyo/sdk/browser: ${sizeBytes} bytes gzipped, ${code.length} minified`)
  expect(sizeBytes).toBeLessThanOrEqual(MAX_BYTES)
  expect(sizeBytes).toBeGreaterThan(1_000)
})

it('the browser client is made of its own folder, and of nothing else', () => {
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => !file.startsWith('packages/sdk/src/browser/'))).toEqual([])
})

it('importing the browser client touches nothing, also where there is no page', async () => {
  const script = `
    const touched = []
    const names = ['window', 'document', 'localStorage', 'fetch', 'addEventListener', 'setTimeout', 'crypto']
    for (const name of names)
      Object.defineProperty(globalThis, name, { configurable: true, get: () => void touched.push(name) })
    const before = Object.getOwnPropertyNames(globalThis).length
    const client = await import('data:text/javascript,' + encodeURIComponent(${JSON.stringify(code)}))
    console.log(JSON.stringify([Object.keys(client), touched, Object.getOwnPropertyNames(globalThis).length - before]))
  `
  const { output, exitCode } = await runCommand([process.execPath, '--input-type=module', '--eval', script])
  expect(output.trim()).toBe('[["GatewayError","createGatewayClient"],[],0]')
  expect(exitCode).toBe(0)
})
