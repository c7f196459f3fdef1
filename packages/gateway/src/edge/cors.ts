import type { CORSOptions } from 'graphql-yoga'

/** Which web pages may call: `'any'`, or a list of origins such as `https://shop.example`. */
export type AllowedOrigins = 'any' | readonly string[]

/** How long a browser may remember a preflight, in seconds; without it Chromium forgets after 5. As RudderStack has it. */
const MAX_AGE_SECONDS = 900

/**
 * CORS by list, never with credentials: a key in a header is the only way to be known here. An origin that is not on the
 * list gets no CORS header at all, and its browser refuses the answer.
 */
export function corsFor(allowed: AllowedOrigins): (request: Request) => CORSOptions {
  return (request) => {
    const origin = request.headers.get('origin')
    if (origin === null || (allowed !== 'any' && !allowed.includes(origin))) return false
    return {
      origin,
      credentials: false,
      methods: ['GET', 'POST'],
      exposedHeaders: ['Retry-After'],
      maxAge: MAX_AGE_SECONDS,
    }
  }
}
