import type { Middleware } from 'openapi-fetch'

/** Says who calls, for Klaviyo's support. A platform that does not let programs set it (some browsers) ignores it. */
export const userAgent: Middleware = {
  onRequest({ request }) {
    request.headers.set('user-agent', 'rudder-klaviyo-sdk')
    return request
  },
}
