import type { Json } from '@rudder-klaviyo/sdk'

/** A request as the sandbox sees it, whether it came through a port or through `sandbox.fetch`. */
export interface SandboxRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  /** The body as text; empty without one. */
  readonly body: string
}

/** A request whose body was read as JSON. */
export interface ParsedRequest extends SandboxRequest {
  /** Missing when there is no body, none that is JSON, or one that is nested too deep. */
  readonly json?: Json
}

/** An answer before it is written out. Without a `body` nothing is sent, as Klaviyo does on most 202s. */
export interface SandboxResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Json
}
