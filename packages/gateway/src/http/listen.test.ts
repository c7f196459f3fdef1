import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { listen } from './listen.ts'

const anyPort = { host: '127.0.0.1', port: 0 }

it('names the port and the variable when the port is in use', async () => {
  const first = await listen(() => new Response(), anyPort)
  const port = Number(new URL(first.url).port)
  await expect(listen(() => new Response(), { host: '127.0.0.1', port })).rejects.toThrow(
    `Port ${port} is in use: stop what listens there, or set PORT to another one.`,
  )
  await first.stop(1_000)
})

it('answers what runs, and is not kept from stopping by an idle connection', async () => {
  const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>()
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  const server = await listen(async () => {
    arrive()
    await mayAnswer
    return new Response('done')
  }, anyPort)
  const idle = connect(Number(new URL(server.url).port), '127.0.0.1')
  await once(idle, 'connect')
  const idleClosed = once(idle, 'close')

  const running = fetch(server.url).then((response) => response.text())
  await arrived
  const stopped = server.stop(60_000)
  await idleClosed
  answer()
  expect(await running).toBe('done')
  await stopped
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
})

it('cuts what does not end in time', async () => {
  const { promise: never } = Promise.withResolvers<Response>()
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  const server = await listen(() => {
    arrive()
    return never
  }, anyPort)
  const running = fetch(server.url)
  await arrived
  await Promise.all([expect(running).rejects.toThrow('fetch failed'), server.stop(1)])
})
