import type { JsonObject } from '@rudder-klaviyo/sdk'
import type { Refusal } from './refusal.ts'
import type { NewId } from './state/ids.ts'

/** The media type of every answer with a body. */
export const JSON_API = 'application/vnd.api+json'

const WORDS: Readonly<Record<number, { code: string; title: string }>> = {
  400: { code: 'invalid', title: 'Invalid input.' },
  401: { code: 'not_authenticated', title: 'No usable key.' },
  403: { code: 'permission_denied', title: 'Not allowed.' },
  404: { code: 'not_found', title: 'Not found.' },
  405: { code: 'method_not_allowed', title: 'Method not allowed.' },
  409: { code: 'duplicate_profile', title: 'Conflict.' },
  413: { code: 'payload_too_large', title: 'Body too large.' },
  415: { code: 'unsupported_media_type', title: 'Wrong content type.' },
  429: { code: 'throttled', title: 'Too many requests.' },
  500: { code: 'error', title: 'A server failed.' },
  503: { code: 'service_unavailable', title: 'Not available now.' },
}

/** The body of a refused request: one JSON:API error per fault. */
export function errorBody(refusal: Refusal, newId: NewId): JsonObject {
  const words = WORDS[refusal.status] ?? { code: 'error', title: 'Error.' }
  return {
    errors: refusal.faults.map((fault) => ({
      id: newId('error'),
      status: refusal.status,
      code: fault.code ?? words.code,
      title: words.title,
      detail: fault.detail,
      source: {
        ...(fault.pointer === undefined ? {} : { pointer: fault.pointer }),
        ...(fault.parameter === undefined ? {} : { parameter: fault.parameter }),
      },
      links: {},
      meta: fault.meta ?? {},
    })),
  }
}
