import { REQUEST_BITS } from '../request-bits.ts'

const CONSENT_BITS = REQUEST_BITS.subscribe | REQUEST_BITS.unsubscribe
/** Klaviyo does not process a second subscribe of a profile within this time of its first. By report of its users. */
const RESUBSCRIBE_MS = 30 * 60_000
/** People whose last changes are remembered; of the oldest only the warning is forgotten. */
const MAX_KEYS_COUNT = 200_000

/** A change of consent that Klaviyo took. */
export interface TakenConsent {
  readonly keys: readonly string[]
  /** Bits of `REQUEST_BITS`. */
  readonly ops: number
  readonly seq: number
  readonly atMs: number
}

/** What is known of the last changes of consent. */
export interface ConsentHistory {
  note(change: TakenConsent): void
  /** When a change may be sent: in the past when nothing opposite was just changed. */
  notBeforeMs(change: { readonly keys: readonly string[]; readonly ops: number }): number
  /** Whether a subscribe now comes within 30 minutes of an earlier one, with an unsubscribe between. */
  mayBeIgnored(keys: readonly string[], nowMs: number): boolean
  /** Whether an opposite change that was accepted later has been taken already. */
  isSuperseded(change: { readonly keys: readonly string[]; readonly ops: number; readonly seq: number }): boolean
}

interface LastChanges {
  direction: number
  atMs: number
  seq: number
  subscribedAtMs: number
  unsubscribedAtMs: number
}

/** Keeps opposite changes of one person `gapMs` apart: Klaviyo processes both later, and they might cross. */
export function createConsentHistory(gapMs: number): ConsentHistory {
  /** By order key, oldest change first. */
  const last = new Map<string, LastChanges>()

  const prune = (nowMs: number): void => {
    for (const [key, { atMs }] of last) {
      const isOld = atMs <= nowMs - Math.max(RESUBSCRIBE_MS, gapMs)
      const isTooMany = last.size > MAX_KEYS_COUNT && atMs <= nowMs - gapMs
      if (!isOld && !isTooMany) return
      last.delete(key)
    }
  }

  return {
    note({ keys, ops, seq, atMs }) {
      const direction = ops & CONSENT_BITS
      if (direction === 0) return
      prune(atMs)
      for (const key of keys) {
        const known = last.get(key)
        last.delete(key)
        last.set(key, {
          direction,
          atMs,
          seq,
          subscribedAtMs: direction === REQUEST_BITS.subscribe ? atMs : (known?.subscribedAtMs ?? -Infinity),
          unsubscribedAtMs: direction === REQUEST_BITS.unsubscribe ? atMs : (known?.unsubscribedAtMs ?? -Infinity),
        })
      }
    },
    notBeforeMs({ keys, ops }) {
      const direction = ops & CONSENT_BITS
      if (direction === 0) return 0
      let notBeforeMs = 0
      for (const key of keys) {
        const change = last.get(key)
        if (change !== undefined && change.direction !== direction)
          notBeforeMs = Math.max(notBeforeMs, change.atMs + gapMs)
      }
      return notBeforeMs
    },
    mayBeIgnored: (keys, nowMs) =>
      keys.some((key) => {
        const change = last.get(key)
        return (
          change !== undefined &&
          change.subscribedAtMs > nowMs - RESUBSCRIBE_MS &&
          change.unsubscribedAtMs > change.subscribedAtMs
        )
      }),
    isSuperseded: ({ keys, ops, seq }) =>
      keys.some((key) => {
        const change = last.get(key)
        return change !== undefined && change.seq > seq && change.direction !== (ops & CONSENT_BITS)
      }),
  }
}

/**
 * The history of one delivery: the gap is kept to whatever was sent for the account, while the order of acceptance is
 * known among the events of this delivery only.
 */
export function historyOf(account: { consents(gapMs: number): ConsentHistory }, gapMs: number): ConsentHistory {
  const all = account.consents(gapMs)
  const own = createConsentHistory(gapMs)
  return {
    note(change) {
      all.note(change)
      own.note(change)
    },
    notBeforeMs: (change) => all.notBeforeMs(change),
    mayBeIgnored: (keys, nowMs) => all.mayBeIgnored(keys, nowMs),
    isSuperseded: (change) => own.isSuperseded(change),
  }
}
