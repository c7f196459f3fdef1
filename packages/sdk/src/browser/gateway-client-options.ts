import type { EventOutcome } from './event-outcome.ts'
import type { GatewayError } from './gateway-error.ts'

/**
 * What is used of `localStorage`. Another store may throw at will: the client then goes on without it.
 * @example const inSession = (): GatewayStorage => sessionStorage
 */
export type GatewayStorage = Pick<Storage, 'getItem' | 'key' | 'length' | 'removeItem' | 'setItem'>

/**
 * Which gateway, and how events reach it.
 * @example const options: GatewayClientOptions = { url: 'https://events.shop.example', writeKey: 'public-key', storage: null }
 */
export interface GatewayClientOptions {
  /** The address of the gateway, for example `https://events.shop.example`; events go to `/graphql` there. */
  readonly url: string
  /** The key of the source. It is public: it sends events and reads their status, and nothing else. */
  readonly writeKey: string
  /** @default the page's `fetch`, looked up at each request */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
  /**
   * Where events stay until the gateway has answered, so that the next page can send them. They hold what you put into
   * them, personal data too; `null` keeps them in the memory of the page only.
   * @default `localStorage`; nothing outside of a page
   */
  readonly storage?: GatewayStorage | null | undefined
  /** Most events that wait at a time; a call beyond is rejected with `QUEUE_FULL`. @default 500 */
  readonly maxWaitingCount?: number | undefined
  /**
   * Gets what became of each event, those that an earlier page left behind too, which no call waits for.
   * @default nothing
   */
  readonly onSettled?: ((outcome: EventOutcome | GatewayError) => void) | undefined
}
