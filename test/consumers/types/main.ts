import { createKlaviyo, type Explanation, KlaviyoApiError, type Plan, type Settlement } from '@rudder-klaviyo/sdk'
import { createGatewayClient, type EventOutcome } from '@rudder-klaviyo/sdk/browser'
import { planEvent, resolveSettings } from '@rudder-klaviyo/sdk/stages'

const klaviyo = createKlaviyo({ apiKey: 'pk_consumer', listId: 'XUepkK', consent: ['email'] })

export const order = klaviyo.track('Order Completed').user({ email: 'alex@example.com' }).revenue(30, 'USD')
export const plan: Plan = order.plan()
export const samePlan: Plan = planEvent(order.toEvent(), resolveSettings())
export const explanation: Explanation = klaviyo.explain(order)

// @ts-expect-error Without a person there is nothing to send: had the declarations become `any`, this would compile.
export const nobody = klaviyo.track('Order Completed').plan()

export async function send(): Promise<readonly Settlement[]> {
  try {
    return await klaviyo.send([order, klaviyo.identify({ userId: 'u-1' }), { type: 'track', event: 'A', userId: 'u' }])
  } catch (error) {
    if (error instanceof KlaviyoApiError) console.error(error.status, error.code)
    throw error
  }
}

export async function lists(): Promise<number> {
  const { data } = await klaviyo.client.GET('/api/lists')
  return data?.data.length ?? 0
}

export function track(url: string): Promise<EventOutcome> {
  return createGatewayClient({ url, writeKey: 'wk_shop' }).track({ event: 'Order Completed', userId: 'u-1' })
}
