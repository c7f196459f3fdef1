import { runAgainst } from './against/run-against.ts'
import { parseArguments, USAGE } from './arguments.ts'
import { GENERATED_FOLDERS, listArtefacts } from './artefacts.ts'
import type { Part } from './artefacts.ts'
import { findDrift } from './check.ts'
import { CodegenError } from './codegen-error.ts'
import { generateFromSpec } from './spec.ts'
import { resolveUserPath, ROOT } from './workspace.ts'
import { writeArtefacts } from './write.ts'

/** What a run prints and its exit status: 0 all is well, 1 a difference was found, 2 it could not run. */
export interface Outcome {
  readonly output: string
  readonly error: string
  readonly status: 0 | 1 | 2
}

const done = (lines: readonly string[]): Outcome => ({ output: `${lines.join('\n')}\n`, error: '', status: 0 })

async function select(only: Part | undefined) {
  const wanted = ({ part }: { readonly part: Part }): boolean => only === undefined || part === only
  // A folder may hold files of several parts: what is left over is seen only by a run that makes all of them.
  const folders = only === undefined ? GENERATED_FOLDERS : []
  return { artefacts: (await listArtefacts()).filter(wanted), folders }
}

async function check(only: Part | undefined): Promise<Outcome> {
  const { artefacts, folders } = await select(only)
  const drift = await findDrift(ROOT, artefacts, folders)
  if (drift.length === 0) return done([`${artefacts.length} generated files are up to date`])
  const lines = drift.map(({ path, kind }) => `${kind.padEnd(9)}  ${path}`)
  return {
    output: '',
    error: `${lines.join('\n')}\ngenerated files are not up to date. Run: pnpm codegen\n`,
    status: 1,
  }
}

async function dispatch(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const command = parseArguments(args)
  switch (command.kind) {
    case 'help':
      return { output: USAGE, error: '', status: 0 }
    case 'write': {
      const { artefacts, folders } = await select(command.only)
      return done(await writeArtefacts(ROOT, artefacts, folders))
    }
    case 'check':
      return check(command.only)
    case 'against': {
      const { text, clean } = await runAgainst(resolveUserPath(command.file, env))
      return { output: text, error: '', status: clean ? 0 : 1 }
    }
    case 'spec':
      return done(
        (await generateFromSpec(resolveUserPath(command.file, env), resolveUserPath(command.out, env))).map(
          (path) => `written    ${path}`,
        ),
      )
    default:
      return command satisfies never
  }
}

/** Runs the command line `args`. Never throws for a wrong use or a wrong document: that is status 2 and one line. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  try {
    return await dispatch(args, env)
  } catch (error) {
    if (error instanceof CodegenError) return { output: '', error: `codegen: ${error.message}\n`, status: 2 }
    throw error
  }
}
