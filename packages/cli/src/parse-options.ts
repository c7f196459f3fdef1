import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { UsageError } from './usage-error.ts'

/** How a command is called: its options for `parseArgs`, and the text of `--help`. */
export interface OptionsOf<Options extends ParseArgsOptionsConfig> {
  readonly options: Options
  readonly help: string
}

const HELP = { help: { type: 'boolean', short: 'h' } } as const

/**
 * The options of a command; `undefined` when it was asked for help, which is printed then.
 * @throws {UsageError} for an unknown option, or one without its value
 */
export function parseOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { options, help }: OptionsOf<Options>,
): ReturnType<typeof parseArgs<{ args: string[]; options: Options & typeof HELP }>>['values'] | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { ...options, ...HELP }, strict: true })
    if (!('help' in values && values.help === true)) return values
  } catch (error) {
    if (error instanceof Error) throw new UsageError(`${error.message}\n\n${help}`, { cause: error })
    throw error
  }
  process.stdout.write(`${help}\n`)
  return undefined
}
