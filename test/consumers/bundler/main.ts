import { createKlaviyo } from '@rudder-klaviyo/sdk'

/** What a page, or a service worker, would call. */
export async function sendOrder(baseUrl: string): Promise<object> {
  const klaviyo = createKlaviyo({ apiKey: 'pk_consumer', baseUrl })
  const order = klaviyo.track('Order Completed').user({ email: 'alex@example.com' }).revenue(30, 'USD')
  const { requests } = order.plan()
  const { status } = await order.send()
  return { platform: 'bundle', operations: requests.map(({ operation }) => operation), status }
}
