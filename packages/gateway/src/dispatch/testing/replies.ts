const JSON_API = { 'content-type': 'application/vnd.api+json' }

const refusal = (status: number, code: string, headers: Record<string, string> = {}): Response => {
  const errors = [{ id: 'e1', code, title: 'Invalid', detail: 'In Klaviyo words.', source: { pointer: '/data' } }]
  return Response.json({ errors }, { status, headers: { ...JSON_API, ...headers } })
}

/** What Klaviyo may answer. */
export const REPLY = {
  taken: () => new Response(null, { status: 202 }),
  /** A profile that was imported by itself. */
  imported: () => Response.json({ data: { type: 'profile', id: 'P1' } }, { status: 201, headers: JSON_API }),
  /** A bulk import that was begun. */
  job: (id: string) =>
    Response.json({ data: { type: 'profile-bulk-import-job', id } }, { status: 202, headers: JSON_API }),
  list: (data: readonly object[]) => Response.json({ data }, { headers: JSON_API }),
  serverError: () => refusal(500, 'error'),
  rateLimited: () => refusal(429, 'throttled', { 'retry-after': '7' }),
  refusedKey: () => refusal(401, 'not_authenticated'),
  missingScope: () => refusal(403, 'permission_denied'),
  rejected: () => refusal(400, 'invalid'),
} as const

/** The connection breaks. */
export function networkFailure(): never {
  throw new TypeError('fetch failed')
}

/** No answer until the caller ends the call. */
export function silence({ signal }: { readonly signal: AbortSignal }): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Ended.', 'AbortError')), { once: true })
  })
}
