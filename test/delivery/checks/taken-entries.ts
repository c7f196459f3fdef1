import { objectIn, objectsIn, whoOf } from '../klaviyo-state.ts'
import { jobIdOf } from './lifetimes.ts'
import type { SentCall, SentEntry } from './sent-calls.ts'

/**
 * What Klaviyo said it took: the entries of calls that were answered with success, without the members of bulk imports
 * that the errors of their job name. What it did not take goes again, each identify of a merged one by itself and in
 * order, so that an older one may come behind a newer.
 */
export function takenEntries(calls: readonly SentCall[]): ReadonlySet<SentEntry> {
  const refusedOfJob = new Map<string, Set<string>>()
  for (const { exchange } of calls) {
    const [, jobId] = /^\/api\/profile-bulk-import-jobs\/([^/]+)\/import-errors/.exec(exchange.path) ?? []
    if (jobId === undefined) continue
    const refused = refusedOfJob.get(jobId) ?? new Set()
    refusedOfJob.set(jobId, refused)
    for (const error of objectsIn(exchange.answer)) for (const key of keysOfPayload(error)) refused.add(key)
  }
  return new Set(
    calls.flatMap((call) => {
      const { status = 0 } = call.exchange
      if (status < 200 || status > 299) return []
      const refused = refusedOfJob.get(jobIdOf(call))
      return call.entries.filter(({ keys }) => !keys.some((key) => refused?.has(key) === true))
    }),
  )
}

function keysOfPayload(error: Parameters<typeof objectIn>[0]): readonly string[] {
  const payload = objectIn(objectIn(error, 'attributes'), 'original_payload')
  const data = 'data' in payload ? objectIn(payload, 'data') : payload
  const attributes = 'attributes' in data ? objectIn(data, 'attributes') : data
  return Object.entries(whoOf(attributes)).map(([name, value]) => `${name}:${value}`)
}
