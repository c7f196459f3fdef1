import { parseArgs } from 'node:util'
import { PARTS } from './artefacts.ts'
import type { Part } from './artefacts.ts'
import { CodegenError } from './codegen-error.ts'

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'write'; readonly only?: Part }
  | { readonly kind: 'check'; readonly only?: Part }
  | { readonly kind: 'against'; readonly file: string }
  | { readonly kind: 'spec'; readonly file: string; readonly out: string }

export const USAGE = `pnpm codegen                          writes every generated file
pnpm codegen --check                  fails when a generated file is not up to date
pnpm codegen [--check] --only PART    only one part: ${PARTS.join(' or ')}
pnpm codegen --against FILE           compares our document with the official one of the same revision
pnpm codegen --spec FILE --out DIR    makes types.ts and endpoints.ts from any OpenAPI document
`

const SEE_HELP = '`pnpm codegen --help` lists what there is.'

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      // pnpm passes a separating `--` on.
      args: args[0] === '--' ? args.slice(1) : [...args],
      options: {
        help: { type: 'boolean' },
        check: { type: 'boolean' },
        only: { type: 'string' },
        against: { type: 'string' },
        spec: { type: 'string' },
        out: { type: 'string' },
      },
    }).values
  } catch (error) {
    const [message] = (error instanceof Error ? error.message : String(error)).split('. ', 1)
    throw new CodegenError(`${message ?? 'wrong arguments'}. ${SEE_HELP}`)
  }
}

/**
 * Reads the command line.
 * @throws {CodegenError} on an unknown flag, a missing value, or flags that do not go together.
 */
export function parseArguments(args: readonly string[]): Command {
  const { help, check, only, against, spec, out } = parse(args)
  if (help === true) return { kind: 'help' }
  const modes = Object.entries({ check, against, spec }).filter(([, value]) => value !== undefined)
  if (modes.length > 1) {
    throw new CodegenError(`--${modes.map(([name]) => name).join(' and --')} do not go together. ${SEE_HELP}`)
  }
  if (only !== undefined && (against ?? spec) !== undefined)
    throw new CodegenError(`--only goes with --check or alone. ${SEE_HELP}`)
  if ((spec === undefined) !== (out === undefined))
    throw new CodegenError(`--spec FILE and --out DIR need each other. ${SEE_HELP}`)
  if (spec !== undefined && out !== undefined) return { kind: 'spec', file: spec, out }
  if (against !== undefined) return { kind: 'against', file: against }
  const kind = check === true ? 'check' : 'write'
  if (only === undefined) return { kind }
  const part = PARTS.find((name) => name === only)
  if (part === undefined) throw new CodegenError(`--only ${only}: there is no such part; use ${PARTS.join(' or ')}.`)
  return { kind, only: part }
}
