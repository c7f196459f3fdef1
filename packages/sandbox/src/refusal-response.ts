import type { SandboxResponse } from './exchange.ts'
import { JSON_API, errorBody } from './json-api.ts'
import type { Refusal } from './refusal.ts'
import type { NewId } from './state/ids.ts'

/** The answer to a refused request. */
export const refusalResponse = (refusal: Refusal, newId: NewId): SandboxResponse => ({
  status: refusal.status,
  headers: { 'content-type': JSON_API, ...refusal.headers },
  body: errorBody(refusal, newId),
})
