import { describe, expect, it } from 'vitest'
import { ConfigError } from '../errors/config-error.ts'
import { resolveSettings } from './settings.ts'

function issuesOf(options: unknown): readonly string[] {
  try {
    resolveSettings(options)
  } catch (error) {
    if (error instanceof ConfigError) return error.issues.map(({ path, message }) => `${path}: ${message}`)
    throw error
  }
  return []
}

describe('resolveSettings', () => {
  it('without options is the document: its revision, nothing switched on', () => {
    expect(resolveSettings()).toMatchObject({
      revision: '2024-06-15',
      listId: undefined,
      flattenProperties: false,
      rateShare: 0.9,
      consentGapMs: 10_000,
    })
  })

  it.each<[string, object, readonly RegExp[]]>([
    ['a misspelt name', { lsitId: 'X' }, [/^lsitId: Unknown option `lsitId`. Did you mean `listId`\?$/]],
    ['a name that is like none', { colour: 'red' }, [/^colour: Unknown option `colour`. Known options: revision, /]],
    [
      'an unknown revision',
      { revision: '2024-06-16' },
      [/^revision: Option `revision` must be one of "2024-06-15", "2026-07-15"\.$/],
    ],
    ['an unknown channel', { consent: ['push'] }, [/^consent.0: Option `consent.0` must be "email" or "sms"\.$/]],
    ['a blank list', { listId: ' ' }, [/^listId: Option `listId` must not be blank\.$/]],
    ['no country', { defaultCountry: 'XX' }, [/^defaultCountry: .*ISO 3166-1/]],
    ['a share above one', { rateShare: 1.5 }, [/^rateShare: Option `rateShare` must be at most 1\.$/]],
    ['a filter of another form', { events: { only: [] } }, [/^events: Option `events` must be \{ "allow"/]],
    [
      'a value of another type',
      { flattenProperties: 'yes' },
      [/^flattenProperties: Option `flattenProperties` is not right: expected boolean/],
    ],
    ['every fault at once', { revision: 'x', pageAsTrack: 1 }, [/^revision: /, /^pageAsTrack: /]],
  ])('says %s', (_name, options, issues) => {
    const found = issuesOf(options)
    expect(found).toHaveLength(issues.length)
    for (const [index, issue] of issues.entries()) expect(found[index]).toMatch(issue)
  })

  it('refuses what is no object', () => {
    expect(issuesOf('x')).toHaveLength(1)
  })
})
