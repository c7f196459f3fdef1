import { createEventQueue } from './event-queue.ts'
import type { EventOutcome } from './event-outcome.ts'
import type { GatewayClient } from './gateway-client.ts'
import type { GatewayClientOptions } from './gateway-client-options.ts'
import { GatewayError } from './gateway-error.ts'
import { createKeptEvents, type KeptEvent } from './kept-events.ts'
import { newMessageId } from './message-id.ts'
import { onPageLeave, pageStorage } from './page.ts'
import { createPost } from './post.ts'
import { readStatus } from './read-status.ts'
import type { EventCall, InputOf } from './waiting-event.ts'

/**
 * A client of the gateway for web pages. Make one for a page: it takes on what earlier pages could not send.
 *
 * Events are sent in the order of their calls, up to 20 in a request, and the first of them waits 250 ms at most. While
 * a page closes, up to 64 kB of them are sent all the same. What the gateway has not answered stays in `localStorage` for
 * 7 days, and the next page sends it again with the same messageId, which the gateway takes once.
 *
 * @example
 * import { createGatewayClient } from '@rudder-klaviyo/sdk/browser'
 *
 * const gateway = createGatewayClient({ url: 'https://events.shop.example', writeKey: 'wk_shop' })
 *
 * const outcome = await gateway.track({ event: 'Order Completed', userId: 'u-1', revenue: 30, currency: 'USD' })
 * if (outcome.status === 'invalid') console.warn(outcome.issues)
 */
export function createGatewayClient(options: GatewayClientOptions): GatewayClient {
  const { url, writeKey, storage = pageStorage(), maxWaitingCount = 500, onSettled } = options
  const post = createPost({
    endpoint: url.replace(/\/*$/, '/graphql'),
    writeKey,
    fetch: options.fetch ?? ((address, init) => fetch(address, init)),
  })
  const kept = createKeptEvents(storage ?? undefined, `${url} ${writeKey}`)
  const queue = createEventQueue(post, kept)
  let waitingCount = 0
  let lastCallAt = 0

  function enqueue(event: KeptEvent, settleCall?: (outcome: EventOutcome | GatewayError) => void): void {
    waitingCount += 1
    queue.add({
      ...event,
      isAdopted: !settleCall,
      settle(outcome) {
        waitingCount -= 1
        kept.drop(event.messageId)
        if (!outcome) return
        settleCall?.(outcome)
        // A listener that throws is the page's own affair, and must not stop the queue.
        queueMicrotask(() => onSettled?.(outcome))
      },
    })
  }

  async function send<Call extends EventCall>(call: Call, input: InputOf<Call>): Promise<EventOutcome> {
    const messageId = input.messageId || newMessageId()
    if (waitingCount >= maxWaitingCount) {
      throw new GatewayError(
        `${call} event "${messageId}" is not sent: ${waitingCount} wait for the gateway. Raise maxWaitingCount, or send less.`,
        { code: 'QUEUE_FULL', messageId },
      )
    }
    const timestamp = input.timestamp ?? new Date().toISOString()
    // Of two calls in one millisecond the order is kept too, on the next page as well.
    lastCallAt = Math.max(Date.now(), lastCallAt + 1)
    const event = {
      messageId,
      calledAt: lastCallAt,
      json: JSON.stringify({ [call]: { ...input, messageId, timestamp } }),
    }
    kept.keep(event)
    return new Promise((resolve, reject) => {
      enqueue(event, (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)))
    })
  }

  for (const event of kept.load().slice(0, maxWaitingCount)) enqueue(event)
  onPageLeave(() => queue.leave())

  return {
    identify: (input) => send('identify', input),
    track: (input) => send('track', input),
    group: (input) => send('group', input),
    screen: (input) => send('screen', input),
    status: (messageId) => readStatus(post, messageId),
    flush: () => queue.flush(),
  }
}
