import { ConfigError, createKlaviyo } from '@rudder-klaviyo/sdk'
import { expect, it } from 'vitest'

function issuesOf(create: () => unknown): readonly string[] {
  try {
    create()
  } catch (error) {
    if (error instanceof ConfigError) return error.issues.map(({ path, message }) => `${path}: ${message}`)
    throw error
  }
  return []
}

it.each<[string, () => unknown, RegExp]>([
  [
    'consent of the future',
    () => createKlaviyo({ consentedAt: '2999-01-01T00:00:00Z' }),
    /^consentedAt: .*in the past/,
  ],
  ['a key that fits into no header', () => createKlaviyo({ apiKey: 'pk\nX' }), /^apiKey: .*without white space/],
  ['a blank key', () => createKlaviyo({ apiKey: ' ' }), /^apiKey: /],
])('refuses %s at the start, and never repeats a key', (_name, create, issue) => {
  const issues = issuesOf(create)
  expect(issues).toHaveLength(1)
  expect(issues[0]).toMatch(issue)
  expect(issues[0]).not.toContain('pk')
})

it('takes consent of the past', () => {
  expect(issuesOf(() => createKlaviyo({ consentedAt: '2020-01-01T00:00:00Z' }))).toEqual([])
})
