import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { UsageError } from './usage-error.ts'

/** How a command is called: its options for `parseArgs`, and the text of `--help`. */
export interface OptionsOf<Options extends ParseArgsOptionsConfig> {
  readonly options: Options
  readonly help: string
}

const HELP = { help: { type: 'boolean', short: 'h' } } as const

/** The options of a command, and its other arguments in order. */
export type ParsedArguments<Options extends ParseArgsOptionsConfig> = Pick<
  ReturnType<typeof parseArgs<{ args: string[]; options: Options & typeof HELP; allowPositionals: true }>>,
  'values' | 'positionals'
>

/**
 * What a command was called with; `undefined` when it was asked for help, which is printed then.
 * @throws {UsageError} for an unknown option, or one without its value
 */
export function parseArguments<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { options, help, allowPositionals = true }: OptionsOf<Options> & { readonly allowPositionals?: boolean },
): ParsedArguments<Options> | undefined {
  try {
    const parsed = parseArgs({ args: [...args], options: { ...options, ...HELP }, strict: true, allowPositionals })
    const { values } = parsed
    if (!('help' in values && values.help === true)) return parsed
  } catch (error) {
    if (error instanceof Error) throw new UsageError(`${error.message}\n\n${help}`, { cause: error })
    throw error
  }
  process.stdout.write(`${help}\n`)
  return undefined
}
