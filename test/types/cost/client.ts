// Calls of the typed client: what openapi-fetch and the document cost is in here.
import { createKlaviyo } from '@rudder-klaviyo/sdk'

const klaviyo = createKlaviyo({ apiKey: 'pk' })

export const done = [
  klaviyo.client.GET('/api/lists'),
  klaviyo.client.GET('/api/lists/{id}', { params: { path: { id: 'XUepkK' } } }),
  klaviyo.client.GET('/api/profiles', { params: { query: { filter: 'any(email,["a@b.co"])' } } }),
  klaviyo.paginate<{ id: string }>('/api/events').toArray({ limit: 10 }),
  klaviyo.clientFor<{ '/api/coupons': unknown }>().GET('/api/coupons'),
]
