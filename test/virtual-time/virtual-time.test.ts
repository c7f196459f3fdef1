import { setImmediate as turn } from 'node:timers/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { createVirtualTime, type VirtualTime } from '../support/virtual-time.ts'

const sleep = ({ clock }: VirtualTime, ms: number) => new Promise<void>((resolve) => void clock.setTimer(resolve, ms))

it('jumps to the next timer, to the millisecond, and fires in the order of time and of setting', async () => {
  const time = createVirtualTime({ startMs: 1_000 })
  const fired: string[] = []
  const note = (name: string) => () => fired.push(`${name} ${time.clock.now()}`)
  time.clock.setTimer(note('late'), 90_000)
  time.clock.setTimer(note('first of two'), 20)
  time.clock.setTimer(note('second of two'), 20)
  time.clock.setTimer(note('soon'), 1)
  time.clock.setTimer(note('at once'), 0)
  time.clock.setTimer(note('never'), Infinity)
  time.clock.setTimer(note('called off'), 30)()
  await time.run(sleep(time, 3_600_000))
  expect(fired).toEqual(['at once 1000', 'soon 1001', 'first of two 1020', 'second of two 1020', 'late 91000'])
  expect(time.elapsedMs()).toBe(3_600_000)
})

it('gives what the work gives, and rejects as it does', async () => {
  const time = createVirtualTime()
  expect(await time.run(async () => 'done')).toBe('done')
  const failing = async () => {
    await sleep(time, 5)
    throw new Error('its own')
  }
  await expect(time.run(failing)).rejects.toThrow('its own')
  expect(time.elapsedMs()).toBe(5)
})

it('waits for what happens between two timers', async () => {
  const time = createVirtualTime()
  await time.run(async () => {
    const race = sleep(time, 1_000).then(() => time.elapsedMs())
    for (let index = 0; index < 500; index += 1) await Promise.resolve()
    for (let index = 0; index < 3; index += 1) await turn()
    expect(time.elapsedMs()).toBe(0)
    expect(await race).toBe(1_000)
  })
})

it('stands still while something is computed, however long that takes', async () => {
  const time = createVirtualTime()
  await using server = await echoServer()
  const elapsedMs = await time.run(async () => {
    void time.clock.setTimer(() => {}, 100)
    await time.busy(async () => (await fetch(server.url)).text())
    await time.busy(async () => {
      for (let index = 0; index < 200; index += 1) await turn()
    })
    return time.elapsedMs()
  })
  expect(elapsedMs).toBe(0)
})

it('moves while what is computed waits for a timer itself', async () => {
  const time = createVirtualTime()
  const slowServer = () =>
    time.busy(async () => {
      await sleep(time, 30_000)
      for (let index = 0; index < 50; index += 1) await turn()
      await sleep(time, 1_000)
      return time.elapsedMs()
    })
  expect(await time.run(Promise.all([slowServer(), slowServer()]))).toEqual([31_000, 31_000])
})

it('moves too while what waits was called by another thing that is computed', async () => {
  const time = createVirtualTime()
  await time.run(time.busy(() => time.busy(() => sleep(time, 10))))
  expect(time.elapsedMs()).toBe(10)
})

it('says so when nothing is left to wait for', async () => {
  const time = createVirtualTime()
  const stuck = async () => {
    await sleep(time, 250)
    await new Promise(() => {})
  }
  await expect(time.run(stuck)).rejects.toThrow('After 250 ms of virtual time the work waits, but no timer is left.')
})

it('says so when the work takes too long, or asks for no time for ever', async () => {
  const time = createVirtualTime()
  await expect(time.run(sleep(time, 10_001), { limitMs: 10_000 })).rejects.toThrow('not done after 10000 ms')
  expect(time.elapsedMs()).toBe(0)

  const forEver = async () => {
    for (;;) await sleep(time, 0)
  }
  await expect(time.run(forEver)).rejects.toThrow('Virtual time stands still at 0 ms')
})

it('is run by one at a time', async () => {
  const time = createVirtualTime()
  await expect(time.run(() => time.run(sleep(time, 1)))).rejects.toThrow('runs already')
})

it('simulates an hour of a timer each second, and of thousands at once, in a moment', async () => {
  const time = createVirtualTime()
  const startedMs = performance.now()
  await time.run(async () => {
    for (let index = 0; index < 3_600; index += 1) await sleep(time, 1_000)
    await Promise.all(Array.from({ length: 3_000 }, (_, index) => sleep(time, index % 100)))
  })
  expect(time.elapsedMs()).toBe(3_600_099)
  // Generous: it is a tenth of that on a machine with nothing else to do.
  expect(performance.now() - startedMs).toBeLessThan(5_000)
})

it('goes the same way twice', async () => {
  const journey = async () => {
    const time = createVirtualTime({ startMs: 0 })
    const seen: string[] = []
    const worker = async (name: string, stepMs: number) => {
      for (let index = 0; index < 20; index += 1) {
        await time.busy(() => turn())
        await sleep(time, stepMs)
        seen.push(`${name} ${time.clock.now()}`)
      }
    }
    await time.run(Promise.all([worker('a', 7), worker('b', 5), worker('c', 35)]))
    return seen
  }
  expect(await journey()).toEqual(await journey())
})

async function echoServer() {
  const server = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
