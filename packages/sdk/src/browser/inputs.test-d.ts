import { expectTypeOf, it } from 'vitest'
import {
  createGatewayClient,
  type AcceptedEvent,
  type EventOutcome,
  type EventState,
  type GatewayClient,
  type InvalidEvent,
} from './index.ts'

const client = createGatewayClient({ url: '', writeKey: '' })

interface Product {
  readonly sku: string
}
const product: Product = { sku: 'A-1' }
const maybe: string | undefined = Math.random() > 2 ? 'u' : undefined

it('what the gateway takes compiles', () => {
  void client.identify({ userId: maybe, traits: { email: null, custom: { product } } })
  void client.track({ event: 'E', properties: { items: [product], nested: { deep: [1, null] } } })
  void client.group({ groupId: 'XUepkK', subscribe: false, consent: ['EMAIL', 'SMS'] })
  void client.screen({ name: 'Cart', context: { location: { latitude: 1, longitude: 2 } } })
  expectTypeOf<GatewayClient['screen']>().returns.resolves.toEqualTypeOf<EventOutcome>()
})

it('what the gateway refuses does not', () => {
  // @ts-expect-error a track event has a name
  void client.track({ userId: 'u' })
  // @ts-expect-error a name is a text
  void client.track({ event: 5 })
  // @ts-expect-error there is no such field
  void client.track({ event: 'E', traits: { emial: 'alex@example.com' } })
  // @ts-expect-error nobody is subscribed by leaving something out
  void client.group({ groupId: 'XUepkK' })
  // @ts-expect-error channels are written as the gateway writes them
  void client.group({ groupId: 'XUepkK', subscribe: true, consent: ['email'] })
  // @ts-expect-error a position has two parts
  void client.screen({ name: 'Cart', context: { location: { latitude: 1 } } })
  // @ts-expect-error a time is a text in ISO 8601
  void client.track({ event: 'E', timestamp: new Date() })
  // @ts-expect-error properties are an object
  void client.track({ event: 'E', properties: ['a'] })
  // @ts-expect-error without a key nothing is accepted
  createGatewayClient({ url: '' })
  expectTypeOf<GatewayClient['group']>().parameter(0).not.toBeAny()
})

it('what comes back is told apart by its status', () => {
  const read = (outcome: EventOutcome) => {
    if (outcome.status === 'accepted') expectTypeOf(outcome).toEqualTypeOf<AcceptedEvent>()
    else expectTypeOf(outcome).toEqualTypeOf<InvalidEvent>()
  }
  expectTypeOf(read).returns.toBeVoid()
  expectTypeOf<EventState['status']>().toEqualTypeOf<
    'ACCEPTED' | 'DEAD' | 'DELIVERED' | 'DELIVERING' | 'FILTERED' | 'RETRYING'
  >()
  expectTypeOf<NonNullable<EventState['error']>>().not.toHaveProperty('klaviyoErrors')
})
