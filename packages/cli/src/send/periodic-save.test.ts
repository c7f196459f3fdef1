import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startPeriodicSave } from './periodic-save.ts'

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

describe('saving now and then', () => {
  it('saves what changed, once, and nothing when nothing did', async () => {
    let savedCount = 0
    const saving = startPeriodicSave({
      save: () => Promise.resolve(void savedCount++),
      everyMs: 1_000,
      onFailed: () => undefined,
    })
    await vi.advanceTimersByTimeAsync(3_000)
    saving.touch()
    saving.touch()
    expect(savedCount).toBe(0)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(savedCount).toBe(1)
    await saving.end()
    saving.touch()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(savedCount).toBe(1)
  })

  it('waits for a save under way before the next, and before it ends', async () => {
    const dones: (() => void)[] = []
    const save = (): Promise<void> => new Promise((resolve) => void dones.push(resolve))
    const saving = startPeriodicSave({ save, everyMs: 1_000, onFailed: () => undefined })
    saving.touch()
    await vi.advanceTimersByTimeAsync(1_000)
    saving.touch()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(dones).toHaveLength(1)
    let isEnded = false
    const ended = saving.end().then(() => (isEnded = true))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(isEnded).toBe(false)
    dones[0]?.()
    expect(await ended).toBe(true)
  })

  it('tells of a failure once and stops', async () => {
    const failures: unknown[] = []
    const saving = startPeriodicSave({
      save: () => Promise.reject(new Error('disk full')),
      everyMs: 1_000,
      onFailed: (error) => void failures.push(error),
    })
    saving.touch()
    await vi.advanceTimersByTimeAsync(1_000)
    saving.touch()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(failures).toEqual([new Error('disk full')])
    await saving.end()
  })
})
