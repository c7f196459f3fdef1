import type { JsonObject } from '@rudder-klaviyo/sdk'
import type { SandboxResponse } from '../exchange.ts'

/** An answer of the sandbox itself, which is no answer of Klaviyo's. */
export const plainJson = (status: number, body: JsonObject): SandboxResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body,
})
