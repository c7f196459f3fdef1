import type { Revision } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { profileBody } from './testing/bodies.ts'
import { createClient } from './testing/client.ts'

/** The body, `data`, `attributes` and `properties` around what is nested. */
const LEVELS_AROUND = 4

/** A profile of so many levels, as text: JSON.stringify cannot write what is nested thousands deep. */
function profileOf(levelCount: number, [open, close]: readonly [string, string]): string {
  const nestedCount = levelCount - LEVELS_AROUND
  const nested = `${open.repeat(nestedCount)}1${close.repeat(nestedCount)}`
  const body = JSON.stringify(profileBody({ email: 'ana@example.com', properties: { deep: 'HERE' } }))
  return body.replace('"HERE"', nested)
}

async function send(revision: Revision, body: string) {
  const client = createClient(revision)
  const reply = await client.send('POST', '/api/profile-import', body, { 'content-type': 'application/json' })
  return { client, reply }
}

describe.each(['2024-06-15', '2026-07-15'] as const)('%s', (revision) => {
  describe.each([
    ['lists', ['[', ']']],
    ['objects', ['{"a":', '}']],
  ] as const)('a profile of nested %s', (_what, brackets) => {
    it('is taken with 100 levels', async () => {
      const { client, reply } = await send(revision, profileOf(100, brackets))
      expect(reply.status).toBe(201)
      expect(await client.rows('/sandbox/profiles')).toHaveLength(1)
    })

    it.each([101, 15_000])('is refused with %i, and everything can be read back', async (levelCount) => {
      const { client, reply } = await send(revision, profileOf(levelCount, brackets))
      expect([reply.status, reply.sources]).toEqual([400, ['/data']])
      expect(await client.rows('/sandbox/profiles')).toEqual([])
      const logged = { status: 400, operation: 'create_or_update_profile' }
      expect(await client.rows('/sandbox/requests')).toMatchObject([logged])
    })
  })
})
