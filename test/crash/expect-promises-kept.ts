import { expect, vi } from 'vitest'
import type { ReadBack } from '../support/processes/read-back.ts'
import type { Promised } from './send-step.ts'

/** Waits until everything that was promised is in the sandbox, each event once, the last counter of each person last. */
export async function expectPromisesKept(promised: Promised, read: ReadBack, timeoutMs: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const ids = (await read('events')).map((row) => String(row['unique_id']))
      expect([...promised.tracked].filter((messageId) => !ids.includes(messageId))).toEqual([])
      expect(ids.length).toBe(new Set(ids).size)
      expect(await countersIn(read)).toEqual(Object.fromEntries(promised.counters))
    },
    { timeout: timeoutMs, interval: 200 },
  )
}

async function countersIn(read: ReadBack): Promise<Readonly<Record<string, unknown>>> {
  const profiles = await read('profiles')
  return Object.fromEntries(
    profiles.map(({ external_id: person, properties }) => {
      const counter: unknown =
        typeof properties === 'object' && properties !== null && Reflect.get(properties, 'counter')
      return [String(person), counter]
    }),
  )
}
