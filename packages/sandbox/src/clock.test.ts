import { describe, expect, it } from 'vitest'
import { createMovableClock } from './state/movable-clock.ts'
import { createClient } from './testing/client.ts'
import { stillClock } from './testing/still-clock.ts'

const START_MS = Date.UTC(2026, 6, 15)

describe('a clock that is moved on', () => {
  it('runs what became due at its own time, in its order, and what that starts in between', async () => {
    const clock = createMovableClock(stillClock(START_MS))
    const ran: [string, number][] = []
    const note = (name: string) => () => ran.push([name, clock.now() - START_MS])
    clock.setTimer(note('later'), 300)
    clock.setTimer(() => {
      note('first')()
      clock.setTimer(note('started by the first'), 100)
    }, 100)
    clock.setTimer(note('not yet'), 1001)
    clock.setTimer(note('cancelled'), 50)()
    await clock.advance(1000)
    expect(ran).toEqual([
      ['first', 100],
      ['started by the first', 200],
      ['later', 300],
    ])
    expect(clock.now()).toBe(START_MS + 1000)
    await clock.advance(1)
    expect(ran.at(-1)).toEqual(['not yet', 1001])
  })

  it('lets promises go on between two timers', async () => {
    const clock = createMovableClock(stillClock(START_MS))
    const ran: number[] = []
    const wait = (ms: number) => new Promise<void>((resolve) => clock.setTimer(resolve, ms))
    const steps = async () => {
      for (let step = 0; step < 3; step += 1) {
        await wait(10)
        ran.push(clock.now() - START_MS)
      }
    }
    const done = steps()
    await clock.advance(30)
    await done
    expect(ran).toEqual([10, 20, 30])
  })

  it('waits the rest of the time in the clock it runs on', async () => {
    const waits: number[] = []
    const clock = createMovableClock({
      now: () => START_MS,
      setTimer: (_, ms) => {
        waits.push(ms)
        return () => {}
      },
    })
    clock.setTimer(() => {}, 5000)
    await clock.advance(2000)
    expect(waits).toEqual([5000, 3000])
  })
})

describe('/sandbox/clock', () => {
  it('tells the time and moves it on, also on a machine whose time runs', async () => {
    const client = createClient('2024-06-15')
    const before = (await client.get('/sandbox/clock')).body
    expect(before).toMatchObject({ aheadMs: 0 })
    const moved = await client.post('/sandbox/clock', { advanceMs: 3_600_000 })
    expect(moved.body).toMatchObject({ aheadMs: 3_600_000 })
    expect(Number(moved.body['nowMs'])).toBeGreaterThanOrEqual(Number(before['nowMs']) + 3_600_000)
  })

  it.each([{}, { advanceMs: -1 }, { advanceMs: '5' }, { advanceMs: 5, more: 1 }, 'no JSON'])(
    'refuses %j',
    async (body) => {
      const client = createClient('2024-06-15', { clock: stillClock() })
      const reply = await client.post('/sandbox/clock', body)
      expect([reply.status, reply.body['error']]).toEqual([400, expect.stringContaining('{"advanceMs": N}')])
      expect((await client.get('/sandbox/clock')).body).toMatchObject({ aheadMs: 0 })
    },
  )
})
