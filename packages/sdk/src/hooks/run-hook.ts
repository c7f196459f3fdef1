import { ConfigError } from '../errors/config-error.ts'

/** A hook that gave back something of another kind than it was given. */
export function wrongHook(hook: string, given: string, came: string): ConfigError {
  const message = `Hook \`${hook}\` was given ${given} and gave back ${came}. Return what was given, or a changed copy of it.`
  return new ConfigError([{ path: hook, code: 'NOT_USABLE', message }])
}

/** What kind of value something is, for messages: never the value. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value)
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Promise) return 'a promise (hooks are synchronous)'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
