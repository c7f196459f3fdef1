import { createHash, timingSafeEqual } from 'node:crypto'
import type { Source } from '../accept/acceptance.ts'

/** A key, and the source that it stands for. */
export interface KeyEntry {
  readonly key: string
  readonly source: Source
}

/** Tells whose key a request carries. */
export interface Keys {
  /** `undefined`: no key, or one that nobody has. */
  sourceOf(headers: Headers): Source | undefined
}

/**
 * Finds sources by `Authorization: Bearer <key>` or `Basic base64(key + ':')`, as RudderStack's SDKs send it. Every key is
 * compared, each in constant time, so an answer says nothing about how near a guess was.
 */
export function createKeys(entries: readonly KeyEntry[]): Keys {
  const known = entries.map(({ key, source }) => ({ digest: digestOf(key), source }))
  return {
    sourceOf(headers) {
      const key = keyOf(headers.get('authorization') ?? '')
      if (key === undefined) return undefined
      const digest = digestOf(key)
      let found: Source | undefined
      for (const entry of known) if (timingSafeEqual(entry.digest, digest)) found ??= entry.source
      return found
    },
  }
}

/** Digests have one length, which `timingSafeEqual` needs and which hides that of the key. */
function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

function keyOf(authorization: string): string | undefined {
  const [, scheme = '', value = ''] = /^(bearer|basic)\s+(\S+)\s*$/i.exec(authorization) ?? []
  if (scheme.toLowerCase() !== 'basic') return value || undefined
  const [user = ''] = Buffer.from(value, 'base64').toString('utf8').split(':', 1)
  return user || undefined
}
