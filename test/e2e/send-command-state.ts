import { readFile } from 'node:fs/promises'
import { vi } from 'vitest'

const WAIT_MS = 20_000

/** How many events a state file says are settled; 0 while there is none. */
export async function settledIn(statePath: string): Promise<number> {
  const text = await readFile(statePath, 'utf8').catch(() => undefined)
  if (text === undefined) return 0
  // Written by the command under test; the assertions look closer.
  const { counts } = JSON.parse(text) as { counts: Readonly<Record<string, number>> }
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** Waits until a state says that so many events are settled. */
export async function untilSettled(statePath: string, count: number, timeoutMs: number = WAIT_MS): Promise<void> {
  await vi.waitUntil(async () => (await settledIn(statePath)) >= count, { timeout: timeoutMs, interval: 20 })
}
