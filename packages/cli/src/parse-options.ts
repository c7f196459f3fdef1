import { parseArguments, type OptionsOf, type ParsedArguments } from './parse-arguments.ts'
import type { ParseArgsOptionsConfig } from 'node:util'

/**
 * The options of a command that takes no other arguments; `undefined` when it was asked for help, which is printed then.
 * @throws {UsageError} for an unknown option, one without its value, or an argument that is no option
 */
export function parseOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  given: OptionsOf<Options>,
): ParsedArguments<Options>['values'] | undefined {
  return parseArguments(args, { ...given, allowPositionals: false })?.values
}
