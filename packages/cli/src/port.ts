import { UsageError } from './usage-error.ts'

/** A port as a person writes it. @throws {UsageError} when it is none */
export function parsePort(text: string, option: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new UsageError(`${option} must be a port: a whole number from 0 (any free one) to 65535.`)
}

/** Whether an error says that a port is in use. */
export function isPortInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
