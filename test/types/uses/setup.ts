import { createKlaviyo, defineTrackingPlan, type StandardSchema } from '@rudder-klaviyo/sdk'

// Nothing of this runs: it is compiled.
const schema = <T>(): StandardSchema<T> => ({ '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value }) } })

interface Line {
  sku: string
  count: number
}

export const klaviyo = createKlaviyo({ apiKey: 'pk', listId: 'XUepkK', consent: ['email'] })
/** No defaults at all. */
export const bare = createKlaviyo()
/** A list and no consent, and the other way round. */
export const listed = createKlaviyo({ listId: 'XUepkK' })
export const consenting = createKlaviyo({ consent: ['email'] })
export const newest = createKlaviyo({ revision: '2026-07-15' })
export const trackingPlan = defineTrackingPlan({
  traits: schema<{ email?: string; phone?: string; plan?: 'free' | 'pro'; seats?: number }>(),
  events: {
    'Order Completed': schema<{ orderId: string; lines?: Line[] }>(),
    'Signed Up': schema<{ via?: string }>(),
  },
})
export const planned = createKlaviyo({ trackingPlan })
export const warned = createKlaviyo({
  trackingPlan: defineTrackingPlan({ events: { 'Signed Up': schema<{ via: string }>() }, unplanned: 'warn' }),
})

export const email = 'alex@example.com'
export const phone = '+12345578900'
