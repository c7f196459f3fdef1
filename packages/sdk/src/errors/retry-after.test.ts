import { expect, it } from 'vitest'
import { MAX_RETRY_AFTER_MS, retryAfterMsOf } from './retry-after.ts'

const date = 'Wed, 21 Oct 2026 07:28:00 GMT'

// RFC 9110, section 10.2.3: seconds or a date.
it.each([
  { headers: { 'Retry-After': '4' }, waitMs: 4_000 },
  { headers: { 'retry-after': '4' }, waitMs: 4_000 },
  { headers: { 'retry-after': ' 60 ' }, waitMs: 60_000 },
  { headers: { 'retry-after': '0' }, waitMs: 0 },
  { headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:09 GMT', date }, waitMs: 9_000 },
  { headers: { 'retry-after': 'Wed, 21 Oct 2026 07:27:00 GMT', date }, waitMs: 0 },
  { headers: { 'retry-after': 'Fri, 21 Oct 2050 07:28:00 GMT', date }, waitMs: MAX_RETRY_AFTER_MS },
  { headers: { 'retry-after': '99999999999999999999' }, waitMs: MAX_RETRY_AFTER_MS },
  { headers: { 'retry-after': 'soon' }, waitMs: undefined },
  { headers: { 'retry-after': '' }, waitMs: undefined },
  { headers: { 'ratelimit-reset': '9' }, waitMs: undefined },
] satisfies { headers: Record<string, string>; waitMs: number | undefined }[])(
  'reads $headers as $waitMs ms',
  ({ headers, waitMs }) => {
    expect(retryAfterMsOf(new Headers(Object.entries(headers)))).toBe(waitMs)
  },
)

it('reads a date by our clock when the answer has none', () => {
  const inTenSeconds = new Date(Date.now() + 10_000).toUTCString()
  const waitMs = retryAfterMsOf(new Headers({ 'retry-after': inTenSeconds }))
  expect(waitMs).toBeGreaterThan(5_000)
  expect(waitMs).toBeLessThanOrEqual(10_000)
})
