import type { GatewayStorage } from './gateway-client-options.ts'

/** An event as it is kept for the next page. */
export interface KeptEvent {
  readonly messageId: string
  /** When it was called, in milliseconds since 1970; no two of one page have the same. Events are sent in this order. */
  readonly calledAt: number
  /** The `EventInput` as JSON: written once, so that every attempt is the same. */
  readonly json: string
}

/** Events in a storage. Nothing here throws: without a storage that works, nothing is kept. */
export interface KeptEvents {
  keep(event: KeptEvent): void
  /** `false` once it is settled, by whichever page. */
  has(messageId: string): boolean
  drop(messageId: string): void
  /** All that are not too old, in the order of their calls. */
  load(): readonly KeptEvent[]
}

const PREFIX = 'rudder-klaviyo '

/** The gateway knows a messageId for 7 days; an older event could have been delivered long ago, and overwrite what is newer. */
const MAX_AGE_MS = 7 * 24 * 3_600_000

/**
 * One entry per event, so that two pages never write to the same one: neither can lose what the other kept. Events of
 * another gateway or key are not touched, unless they are too old for it too.
 */
export function createKeptEvents(storage: GatewayStorage | undefined, owner: string): KeptEvents {
  const prefix = `${PREFIX}${owner} `
  return {
    keep: ({ messageId, calledAt, json }) => attempt(() => storage?.setItem(prefix + messageId, calledAt + json)),
    has: (messageId) => attempt(() => storage?.getItem(prefix + messageId)) !== null,
    drop: (messageId) => attempt(() => storage?.removeItem(prefix + messageId)),
    load() {
      const events: KeptEvent[] = []
      attempt(() => {
        // From the last one on: a removal moves those behind it.
        for (let index = storage?.length ?? 0; index--;) {
          const key = storage?.key(index) ?? ''
          if (!key.startsWith(PREFIX)) continue
          const entry = storage?.getItem(key) ?? ''
          const calledAt = parseInt(entry, 10)
          if (!(calledAt > Date.now() - MAX_AGE_MS)) storage?.removeItem(key)
          else if (key.startsWith(prefix))
            events.push({ messageId: key.slice(prefix.length), calledAt, json: entry.slice(`${calledAt}`.length) })
        }
      })
      return events.sort((a, b) => a.calledAt - b.calledAt)
    },
  }
}

/** A private window, a full storage and a forbidden one throw, on reading too: it is then as if there were none. */
function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
