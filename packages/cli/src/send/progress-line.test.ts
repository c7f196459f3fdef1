import { describe, expect, it } from 'vitest'
import { heldByText } from './held-by.ts'
import { createPace } from './pace.ts'
import { progressBar, progressLine, type View } from './progress-line.ts'

const VIEW: View = {
  settledCount: 450_000,
  share: 0.45,
  pace: { perSecond: 1820.4, leftMs: 185_000 },
  heldBy: { operation: 'bulk_create_events', reason: 'steady', untilMs: 3000, limitCount: 150 },
  nowMs: 0,
}

describe('the line of progress', () => {
  it.each<[what: string, view: View, line: string]>([
    ['of files', VIEW, '450,000 events  45 %  1,820/s  3:05 left  held by bulk_create_events: 150 a minute, 3 s more'],
    [
      'of standard input',
      { ...VIEW, share: undefined, pace: { perSecond: 3, leftMs: undefined }, heldBy: undefined },
      '450,000 events  3/s',
    ],
    [
      'with seconds',
      { ...VIEW, pace: { perSecond: 1, leftMs: 900 }, heldBy: undefined },
      '450,000 events  45 %  1/s  1 s left',
    ],
    [
      'with hours',
      { ...VIEW, pace: { perSecond: 1, leftMs: 3_729_000 }, heldBy: undefined },
      '450,000 events  45 %  1/s  1:02:09 left',
    ],
  ])('%s', (_what, view, line) => {
    expect(progressLine(view)).toBe(line)
  })

  it('on a terminal has a bar as long as the share, and never a second line', () => {
    expect(progressBar({ ...VIEW, share: 0.5 }, 200)).toMatch(/^█{12}░{12} {2}450,000 events/)
    expect(progressBar({ ...VIEW, share: undefined }, 200)).toMatch(/^450,000 events/)
    expect(progressBar(VIEW, 30)).toHaveLength(30)
  })
})

it.each([
  ['burst', 'held by op: its limit a second'],
  ['daily', 'held by op: its limit a day'],
  ['retry-after', 'held by op: Klaviyo asked to wait'],
  ['import-jobs', 'held by op: import jobs of Klaviyo have to end first'],
  ['outage', 'held by op: Klaviyo fails or does not answer'],
] as const)('%s is told in words', (reason, text) => {
  expect(heldByText({ operation: 'op', reason, untilMs: 0 }, 0)).toBe(text)
})

describe('the pace', () => {
  it('is that of the last minute, and what is left follows from the shares', () => {
    const pace = createPace()
    expect(pace({ atMs: 0, settledCount: 0, share: 0 })).toEqual({ perSecond: 0, leftMs: undefined })
    expect(pace({ atMs: 10_000, settledCount: 100, share: 0.1 })).toEqual({ perSecond: 10, leftMs: 90_000 })
    for (let atMs = 20_000; atMs <= 100_000; atMs += 10_000) pace({ atMs, settledCount: 100, share: 0.1 })
    expect(pace({ atMs: 110_000, settledCount: 160, share: 0.4 }).perSecond).toBe(1)
  })

  it('of a resumed run does not count what was there before', () => {
    const pace = createPace()
    pace({ atMs: 0, settledCount: 500, share: undefined })
    pace({ atMs: 1_000, settledCount: 500, share: 0.5 })
    expect(pace({ atMs: 2_000, settledCount: 600, share: 0.6 })).toEqual({
      perSecond: 100,
      leftMs: expect.closeTo(4000) as number,
    })
  })
})
