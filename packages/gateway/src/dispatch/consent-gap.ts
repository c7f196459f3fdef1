import { WRITES } from '../outbox/event-bits.ts'
import type { RecentConsent } from '../outbox/event-row.ts'
import type { Entry } from './entry.ts'

const CONSENT = WRITES.subscribe | WRITES.unsubscribe

/** Whether an event changes consent. */
export function changesConsent({ writes }: { readonly writes: number }): boolean {
  return (writes & CONSENT) !== 0
}

/** Keeps opposite changes of one person apart: Klaviyo processes both later, and they might cross. */
export interface ConsentGap {
  /** A change that Klaviyo took. */
  note(change: RecentConsent): void
  /** When this event may go: in the past when nothing opposite was just changed. */
  notBeforeMs(entry: Entry): number
}

/** Remembers changes for `gapMs`. */
export function createConsentGap(gapMs: number): ConsentGap {
  /** By order key, oldest first. */
  const last = new Map<string, { direction: number; atMs: number }>()

  return {
    note({ keys, writes, settledAtMs }) {
      if (!changesConsent({ writes })) return
      for (const [key, { atMs }] of last) {
        if (atMs > settledAtMs - gapMs) break
        last.delete(key)
      }
      for (const key of keys) {
        last.delete(key)
        last.set(key, { direction: writes & CONSENT, atMs: settledAtMs })
      }
    },
    notBeforeMs({ keys, writes }) {
      if (!changesConsent({ writes })) return 0
      const opposite = keys.flatMap((key) => {
        const change = last.get(key)
        return change === undefined || change.direction === (writes & CONSENT) ? [] : [change.atMs + gapMs]
      })
      return Math.max(0, ...opposite)
    },
  }
}
