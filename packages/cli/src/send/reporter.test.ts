import { describe, expect, it, vi, onTestFinished } from 'vitest'
import type { View } from './progress-line.ts'
import { startReporter } from './reporter.ts'

const ERASE = '\r\u001B[K'

const VIEW: View = {
  settledCount: 5,
  share: 0.5,
  pace: { perSecond: 1, leftMs: undefined },
  heldBy: undefined,
  nowMs: 0,
}

/** What is written while something is done with a reporter. */
function writtenBy(
  stream: { isTTY: boolean; columns?: number },
  run: (reporter: ReturnType<typeof startReporter>) => void,
): string {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let written = ''
  const reporter = startReporter({ columns: 80, ...stream, write: (text) => (written += text) }, () => VIEW)
  run(reporter)
  reporter[Symbol.dispose]()
  vi.advanceTimersByTime(60_000)
  return written
}

const afterMs = (ms: number) => (): void => void vi.advanceTimersByTime(ms)
const setEnvironment = (name: string, value: string | undefined): void => {
  vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
}

describe('on no terminal', () => {
  it('a plain line comes every few seconds, until the end', () => {
    const line = '5 events  50 %  1/s\n'
    expect(writtenBy({ isTTY: false }, afterMs(4_999))).toBe('')
    expect(writtenBy({ isTTY: false }, afterMs(10_000))).toBe(line + line)
  })

  it('problems and notes are lines without colour', () => {
    expect(writtenBy({ isTTY: false }, ({ problem }) => problem('bad'))).toBe('bad\n')
    expect(writtenBy({ isTTY: false }, ({ note }) => note('well'))).toBe('well\n')
  })
})

describe('on a terminal', () => {
  it('the bar stays in its line and is gone at the end', () => {
    const written = writtenBy({ isTTY: true }, afterMs(400))
    expect(written.split(ERASE).filter((part) => part.startsWith('█'))).toHaveLength(2)
    expect(written).not.toContain('\n')
    expect(written.endsWith(ERASE)).toBe(true)
  })

  it('a problem stands above the bar, in red unless NO_COLOR is set', () => {
    setEnvironment('NO_COLOR', undefined)
    const coloured = writtenBy({ isTTY: true }, ({ problem }) => problem('bad'))
    expect(coloured.startsWith(`${ERASE}\u001B[31mbad\u001B[39m\n${ERASE}█`)).toBe(true)
    setEnvironment('NO_COLOR', '1')
    const plain = writtenBy({ isTTY: true }, ({ problem }) => problem('bad'))
    expect(plain.startsWith(`${ERASE}bad\n${ERASE}█`)).toBe(true)
  })

  it('words from elsewhere cannot command it', () => {
    setEnvironment('NO_COLOR', '1')
    expect(writtenBy({ isTTY: true }, ({ problem }) => problem('a\u001B[2Jb\rc'))).toContain('a [2Jb c\n')
  })

  it('that does not know its width gets a bar of the usual one', () => {
    expect(writtenBy({ isTTY: true, columns: 0 }, afterMs(200))).toContain('  5 events')
  })

  it('that is dumb gets plain lines', () => {
    setEnvironment('TERM', 'dumb')
    expect(writtenBy({ isTTY: true }, ({ problem }) => problem('bad'))).toBe('bad\n')
  })
})
