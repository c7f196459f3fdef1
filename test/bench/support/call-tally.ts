import type { PlannedRequest } from '@rudder-klaviyo/sdk'

/** What a call is about: the three parts that the table of calls shows. */
export type CallKind = 'events' | 'profiles' | 'subscriptions'

/** Calls by what they are about, and the bytes of their bodies. */
export type CallTally = Readonly<Record<CallKind, { readonly callCount: number; readonly bytes: number }>>

const KIND_BY_PATH: Readonly<Record<string, CallKind>> = {
  '/api/events': 'events',
  '/api/event-bulk-create-jobs': 'events',
  '/api/profile-import': 'profiles',
  '/api/profile-bulk-import-jobs': 'profiles',
  '/api/profile-subscription-bulk-create-jobs': 'subscriptions',
  '/api/profile-subscription-bulk-delete-jobs': 'subscriptions',
}

/** What a request that writes is about; `undefined` for one that writes nothing of the pipeline. */
export const callKindOf = (path: string): CallKind | undefined => KIND_BY_PATH[path]

/** A planned request with the size of its body as it is sent. */
export interface SizedRequest extends PlannedRequest {
  readonly bodyBytes: number
}

/** The size of a body as it is sent; a text is sent as it is. */
export const bytesOf = (body: unknown): number =>
  Buffer.byteLength(typeof body === 'string' ? body : JSON.stringify(body))

/** Counts calls. */
export function createCallTally() {
  const counted = {
    events: { callCount: 0, bytes: 0 },
    profiles: { callCount: 0, bytes: 0 },
    subscriptions: { callCount: 0, bytes: 0 },
  }
  return {
    add(path: string, bytes: number, callCount = 1): void {
      const kind = callKindOf(path)
      if (kind === undefined) throw new Error(`no call of the pipeline: ${path}`)
      counted[kind].callCount += callCount
      counted[kind].bytes += bytes
    },
    tally: (): CallTally => structuredClone(counted),
  }
}

const sum = (tally: CallTally, of: (part: CallTally[CallKind]) => number): number =>
  Object.values(tally).reduce((total, part) => total + of(part), 0)

/** All calls of a tally. */
export const callCountOf = (tally: CallTally): number => sum(tally, ({ callCount }) => callCount)

/** The bytes of all bodies of a tally. */
export const bytesOfAll = (tally: CallTally): number => sum(tally, ({ bytes }) => bytes)
