import type { SandboxResponse } from './exchange.ts'
import { JSON_API, errorBody } from './json-api.ts'
import { Refusal } from './refusal.ts'
import type { NewId } from './state/ids.ts'

/** The largest body that the sandbox reads, for any operation. The document's own limits are lower. */
export const MAX_BODY_BYTES = 6_000_000

/** The answer to a larger one. */
export function tooLarge(newId: NewId): SandboxResponse {
  const refusal = new Refusal(413, [{ detail: `A body may have ${MAX_BODY_BYTES} bytes.`, pointer: '/data' }])
  return { status: refusal.status, headers: { 'content-type': JSON_API }, body: errorBody(refusal, newId) }
}
