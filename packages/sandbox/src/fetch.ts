import { MAX_BODY_BYTES, tooLarge } from './body-limit.ts'
import type { SandboxRequest, SandboxResponse } from './exchange.ts'

/** Answers a standard `Request` with a standard `Response`. */
export async function answerFetch(
  request: Request,
  handle: (request: SandboxRequest) => SandboxResponse,
): Promise<Response> {
  const body = await request.text()
  const isTooLarge = Buffer.byteLength(body) > MAX_BODY_BYTES
  const answer = isTooLarge
    ? tooLarge(() => crypto.randomUUID())
    : handle({ method: request.method, url: new URL(request.url), headers: request.headers, body })
  const text = answer.body === undefined ? null : JSON.stringify(answer.body)
  return new Response(text, { status: answer.status, headers: answer.headers })
}
