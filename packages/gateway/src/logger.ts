/** How much a line matters. `debug` is left out unless it is asked for. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** What a line says beside its message: ids, counts, names. Never a trait, never a key. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

/** Takes lines for an operator. */
export interface Logger {
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

/** Where lines go, and from which level on. */
export interface LoggerOptions {
  /** @default 'info' */
  readonly level?: LogLevel
  /** Takes one line with its end. @default standard error */
  readonly write?: (line: string) => void
}

/** One JSON object a line: `time`, `level`, `message` and the fields. */
export function createLogger({ level = 'info', write = toStandardError }: LoggerOptions = {}): Logger {
  const lowest = LEVELS.indexOf(level)
  const log =
    (lineLevel: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      if (LEVELS.indexOf(lineLevel) < lowest) return
      write(`${JSON.stringify({ time: new Date().toISOString(), level: lineLevel, message, ...fields })}\n`)
    }
  return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') }
}

function toStandardError(line: string): void {
  process.stderr.write(line)
}

/**
 * What a line says about an error: its kind and where it came from. Its message only if it has a code: those of this
 * package and of the system say nothing of a trait, while others quote what they were given (`JSON.parse` does).
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return {
    error: error.name,
    ...('code' in error ? { code: String(error.code), reason: error.message } : undefined),
    stack: frames.map((frame) => frame.trim()).join('\n'),
  }
}
