/** The outbox could not keep or read what it was asked to; nothing was accepted. The same call may be made again. */
export class OutboxError extends Error {
  override readonly name: string = 'OutboxError'
  /** When a next try makes sense, in seconds. */
  readonly retryAfterSeconds: number

  constructor(message: string, options: { retryAfterSeconds: number; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}
