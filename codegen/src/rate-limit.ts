import { CodegenError } from './codegen-error.ts'

const WINDOW_MS: ReadonlyMap<string, number> = new Map([
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
])

/**
 * Reads a limit as Klaviyo writes it: `75/s`, `700/m`, `100/d`.
 * @param where how the message names the place, for example `create_event burst`
 * @throws {CodegenError} on any other form.
 */
export function parseRateLimit(text: string, where: string): { count: number; windowMs: number } {
  const [, count, unit] = /^([1-9]\d*)\/([smhd])$/.exec(text) ?? []
  const windowMs = WINDOW_MS.get(unit ?? '')
  if (count === undefined || windowMs === undefined) {
    throw new CodegenError(
      `${where}: rate limit "${text}" must be a whole number, a slash and s, m, h or d, like 75/s.`,
    )
  }
  return { count: Number(count), windowMs }
}
