import type { Klaviyo, Settlement } from '@rudder-klaviyo/sdk'

/**
 * A stage that is broken on purpose, to see that the tests notice: answers that never come to the caller or come twice, a
 * call that is answered but not carried out, no order at all, order by the strongest identifier of an event alone.
 */
export type Sabotage = 'drop a settlement' | 'settle twice' | 'lose a call' | 'ignore order' | 'ignore the second key'

/** An event with its place among those that are sent. */
interface Placed {
  readonly event: unknown
  readonly index: number
}

/** Sends events and gives their settlements as they came, with the break. */
export async function sendAllEvents(
  klaviyo: Pick<Klaviyo, 'sendAll'>,
  events: readonly unknown[],
  sabotage: Sabotage | undefined,
): Promise<readonly Settlement[]> {
  const settlements: Settlement[] = []
  const placed = events.map((event, index): Placed => ({ event, index }))
  // Between two sendings there is no order, so each group that is sent by itself is a break of it.
  const groups = Map.groupBy(placed, (one) => groupOf(one, sabotage))
  const send = (group: readonly Placed[]) =>
    klaviyo.sendAll(
      group.map(({ event }) => event),
      {
        onSettled: (settlement) => {
          const index = group[settlement.index]?.index ?? -1
          if (sabotage === 'drop a settlement' && index === 1) return
          settlements.push({ ...settlement, index })
          if (sabotage === 'settle twice' && index === 1) settlements.push({ ...settlement, index })
        },
      },
    )
  await Promise.all([...groups.values()].map(send))
  return settlements
}

/** A `fetch` that may lose every third call that changes something. */
export function losing(fetch: typeof globalThis.fetch, sabotage: Sabotage | undefined): typeof globalThis.fetch {
  let count = 0
  return async (input, init) => {
    const request = new Request(input, init)
    if (request.method === 'POST') count += 1
    const isLost = sabotage === 'lose a call' && request.method === 'POST' && count % 3 === 0
    return isLost ? new Response('{}', { status: 202 }) : fetch(request, init)
  }
}

function groupOf({ event, index }: Placed, sabotage: Sabotage | undefined): unknown {
  if (sabotage === 'ignore order') return index % 4
  return sabotage === 'ignore the second key' ? strongestOf(event) : undefined
}

function strongestOf(event: unknown): string {
  const text = JSON.stringify(event).toLowerCase()
  const kinds = ['email', 'phone', 'userid', 'anonymousid'].map((name) => new RegExp(`"${name}":"([^"]+)"`).exec(text))
  return kinds.find((found) => found !== null)?.[1] ?? ''
}
