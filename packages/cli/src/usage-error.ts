/** The command line is used in a wrong way; the message says how to use it. No stack trace is shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
