import type { Json } from '@rudder-klaviyo/sdk'

/** A request as the sandbox sees it, whether it came through a port or through `sandbox.fetch`. */
export interface SandboxRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  /** The body as text; empty without one; `undefined` when it was too large to be kept. */
  readonly body: string | undefined
}

/** A request whose body was read as JSON. */
export interface ParsedRequest extends SandboxRequest {
  readonly body: string
  /** Missing when there is no body, none that is JSON, or one that is nested too deep. */
  readonly json?: Json
}

/** An answer before it is written out. Without a `body` nothing is sent, as Klaviyo does on most 202s. */
export interface SandboxResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Json
  /** Sent in the place of `body`: what stands in front of Klaviyo's API answers in HTML. */
  readonly html?: string
  /** What becomes of the answer. Missing: it is sent whole, at once. */
  readonly journey?: Journey
}

/** How an answer travels. */
export interface Journey {
  /** How long it waits before anything of it is sent. */
  readonly delayMs?: number
  /** `cut`: the connection ends without an answer. `silent`: it is held without one until the client ends it. */
  readonly end?: 'cut' | 'silent'
  /** Its body is sent in small parts over this time. */
  readonly bodyMs?: number
  /** Half of the body is all that is ever sent. */
  readonly stopsHalfWay?: boolean
  /** Is called once: when the answer was sent or cut, or when the client ended the connection. */
  readonly onEnd?: () => void
}

/** Answers a request. */
export type Handle = (request: SandboxRequest) => SandboxResponse | Promise<SandboxResponse>

/** The body of an answer as text; `undefined` when it has none. */
export function textOf({ html, body }: SandboxResponse): string | undefined {
  return html ?? (body === undefined ? undefined : JSON.stringify(body))
}
