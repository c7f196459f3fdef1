// A tracking plan of ten events, half of them used.
import { createKlaviyo, defineTrackingPlan, type StandardSchema } from '@rudder-klaviyo/sdk'

declare const schema: <T>() => StandardSchema<T>

const trackingPlan = defineTrackingPlan({
  traits: schema<{ email?: string; plan?: 'free' | 'pro'; seats?: number }>(),
  events: {
    'Order Completed': schema<{ orderId: string; lines?: { sku: string; count: number }[] }>(),
    'Order Cancelled': schema<{ orderId: string; reason?: string }>(),
    'Product Viewed': schema<{ sku: string }>(),
    'Product Added': schema<{ sku: string; count?: number }>(),
    'Checkout Started': schema<{ step?: number }>(),
    'Signed Up': schema<{ via?: string }>(),
    'Signed In': schema<{}>(),
    'Invite Sent': schema<{ to: string }>(),
    'Trial Started': schema<{ days: number }>(),
    'Trial Ended': schema<{ converted: boolean }>(),
  },
})
const klaviyo = createKlaviyo({ trackingPlan })

export const done = [
  klaviyo.track('Order Completed').user({ email: 'a@b.co' }).properties({ orderId: 'A', lines: [] }).revenue(3).send(),
  klaviyo.track('Product Added').user({ userId: 'u' }).properties({ sku: 'S' }).send(),
  klaviyo.track('Signed Up').user({ userId: 'u' }).send(),
  klaviyo.track('Signed In').user({ userId: 'u' }).traits({ plan: 'pro' }).send(),
  klaviyo.track('Trial Ended').user({ userId: 'u' }).properties({ converted: true }).send(),
  klaviyo.identify({ userId: 'u' }).traits({ plan: 'free', seats: 3 }).send(),
]
