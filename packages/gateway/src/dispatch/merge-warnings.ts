import type { EventWarning } from '@rudder-klaviyo/sdk'

/** Stored warnings (JSON) with those of a delivery behind them, each once; `undefined` when nothing is new. */
export function mergeWarnings(stored: string | undefined, added: readonly EventWarning[]): string | undefined {
  if (added.length === 0) return undefined
  // Written by us, as JSON of this type.
  const known = stored === undefined ? [] : (JSON.parse(stored) as readonly EventWarning[])
  const texts = new Set(known.map((warning) => JSON.stringify(warning)))
  const fresh = added.filter((warning) => !texts.has(JSON.stringify(warning)))
  return fresh.length === 0 ? undefined : JSON.stringify([...known, ...fresh])
}
