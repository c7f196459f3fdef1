/** Where a dispatcher says what a person should know. Never the value of a trait, never a key. */
export interface Logger {
  info(message: string): void
  warn(message: string, cause?: unknown): void
  error(message: string, cause?: unknown): void
}
