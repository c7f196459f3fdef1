import { KlaviyoError, type ErrorCode, type Settlement } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import type { Progressed } from './checkpoint.ts'
import { NO_COUNTS } from './counts.ts'
import type { Entry } from './entry.ts'
import { createQueue } from './entry-queue.ts'
import { createSettling, type Settling } from './settling.ts'

const START: Progressed = { position: { fileIndex: 0, line: 0 }, counts: NO_COUNTS }

interface Table extends Settling {
  readonly advancedCount: () => number
  readonly failed: string[]
  readonly refusedKeys: string[]
  /** Settles the next line. */
  settle(status: 'delivered' | 'filtered' | 'rejected' | 'retry', code?: ErrorCode): unknown
  stop(): void
}

function table(from = START): Table {
  const queue = createQueue<Entry>()
  const [failed, refusedKeys]: [string[], string[]] = [[], []]
  let [advancedCount, isStopping, line] = [0, false, from.position.line]
  const settling = createSettling({
    queue,
    from,
    isStopping: () => isStopping,
    onKeyRefused: (message) => void refusedKeys.push(message),
    onFailed: (_line, message) => void failed.push(message),
    onAdvanced: () => void advancedCount++,
  })
  const settlement = (status: Settlement['status'], code: ErrorCode): Settlement => {
    const settled = { index: line, messageId: `m-${line}`, warnings: [] }
    const error = new KlaviyoError(code, 'why')
    if (status === 'retry') return { ...settled, status, retryAfterMs: 0, error }
    return status === 'rejected' ? { ...settled, status, error } : { ...settled, status }
  }
  return {
    ...settling,
    advancedCount: () => advancedCount,
    failed,
    refusedKeys,
    settle(status, code = 'TIMEOUT') {
      line += 1
      queue.push({
        position: { fileIndex: 0, line },
        readBytes: line * 10,
        file: 'f',
        origin: { file: 'f', line },
        event: {},
        given: '{}',
        derivedId: undefined,
        refusal: undefined,
      })
      return settling.onSettled(settlement(status, code))
    },
    stop: () => (isStopping = true),
  }
}

describe('settling', () => {
  it('counts, keeps what was not delivered with its place, and knows the last line', () => {
    const run = table({ position: { fileIndex: 0, line: 10 }, counts: { ...NO_COUNTS, delivered: 10 } })
    run.settle('delivered')
    run.settle('filtered')
    run.settle('rejected', 'REJECTED')
    run.settle('retry')
    expect(run.progressed()).toEqual({
      position: { fileIndex: 0, line: 14 },
      counts: { delivered: 11, filtered: 1, rejected: 1, retry: 1 },
    })
    expect(run.failed).toEqual(['f, line 13: why', 'f, line 14: why'])
  })

  it('after a stop counts up to the first event that it cut off, and nothing behind', () => {
    const run = table()
    run.settle('retry')
    run.stop()
    run.settle('delivered')
    run.settle('retry')
    run.settle('delivered')
    run.settle('rejected', 'REJECTED')
    expect(run.progressed()).toEqual({
      position: { fileIndex: 0, line: 2 },
      counts: { ...NO_COUNTS, delivered: 1, retry: 1 },
    })
    expect(run.failed).toHaveLength(1)
    expect(run.advancedCount()).toBe(2)
  })

  it.each<ErrorCode>(['NOT_AUTHORIZED', 'CONFIG_INVALID'])('tells that the key is refused: %s', (code) => {
    const run = table()
    run.settle('retry', code)
    expect(run.refusedKeys).toEqual(['why'])
  })

  it('refuses a settlement of nothing', () => {
    expect(() => table().onSettled({ index: 0, messageId: 'm', warnings: [], status: 'delivered' })).toThrow(/not sent/)
  })
})
