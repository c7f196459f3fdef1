import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { runCommand } from '../support/run-command.ts'
import { WORKSPACE_ROOT } from '../support/workspace-root.ts'

/** A TypeScript compiler of this workspace. */
export interface Compiler {
  readonly name: string
  readonly program: string
  /** What makes it count the same each time: several checkers share the work by chance. */
  readonly options: readonly string[]
}

const compilerIn = (folder: string) => join(WORKSPACE_ROOT, folder, 'node_modules', '.bin', 'tsc')

/** The compilers that callers have: the newest, and the last one written in JavaScript. */
export const COMPILERS: readonly Compiler[] = [
  { name: 'TypeScript 7', program: compilerIn('.'), options: ['--singleThreaded'] },
  { name: 'TypeScript 5.9', program: compilerIn('codegen'), options: [] },
]

/** What the compiler has to say about a line of a file, counted from 1. */
export interface Diagnostic {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** What a compilation gave. */
export interface Compilation {
  readonly diagnostics: readonly Diagnostic[]
  /** How often a generic type was filled in: the work of the type checker. */
  readonly instantiationCount: number
}

interface CompileOptions {
  /** What is compiled instead of the text of each file. Lines must stay where they are. */
  readonly change?: (text: string) => string
  /** The types of the sdk. @default those of its sources */
  readonly sdk?: string
}

const SDK_SOURCE = join(WORKSPACE_ROOT, 'packages/sdk/src/index.ts')

/**
 * Compiles files as a caller's own, with the strictest options, since each changes what the compiler prints.
 */
export async function compile(
  { program, options }: Compiler,
  files: readonly string[],
  { change = (text) => text, sdk = SDK_SOURCE }: CompileOptions = {},
): Promise<Compilation> {
  const folder = await mkdtemp(join(tmpdir(), 'type-test-'))
  try {
    const names = files.map((file) => basename(file))
    for (const file of files) await writeFile(join(folder, basename(file)), change(await readFile(file, 'utf8')))
    // Without it the files were CommonJS.
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(configOf(names, sdk)))
    const command = [program, '-p', folder, '--pretty', 'false', '--extendedDiagnostics', ...options] as const
    const { output } = await runCommand(command, { cwd: folder })
    const instantiations = /^Instantiations:\s+(\d+)/m.exec(output)?.[1]
    if (instantiations === undefined) throw new Error(`the compiler did not run: ${output}`)
    return { diagnostics: diagnosticsOf(output), instantiationCount: Number(instantiations) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const configOf = (files: readonly string[], sdk: string) => ({
  extends: join(WORKSPACE_ROOT, 'tsconfig.base.json'),
  compilerOptions: {
    composite: false,
    declaration: false,
    noEmit: true,
    noUnusedLocals: false,
    types: [],
    lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'],
    paths: {
      zod: [join(WORKSPACE_ROOT, 'test/node_modules/zod/index.d.ts')],
      '@rudder-klaviyo/sdk': [sdk],
      '@rudder-klaviyo/sdk/stages': [beside(sdk, 'stages')],
      '@rudder-klaviyo/sdk/browser': [beside(sdk, 'browser/index')],
    },
  },
  files,
})

/** The file of another entry: `…/index.ts` or `…/index.d.ts` with another name. */
const beside = (index: string, name: string): string => index.replace(/index(?=\.(?:d\.)?ts$)/, name)

/** Emits the types of the sdk as a package has them, and gives the file to import. Disposing deletes them. */
export async function emitTypes({ program }: Compiler): Promise<AsyncDisposable & { readonly index: string }> {
  // Inside of the package, so that what it depends on is found; a library there, and so not checked itself.
  const folder = await mkdtemp(join(WORKSPACE_ROOT, 'packages/sdk/node_modules/.types-'))
  const options = {
    composite: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: folder,
    types: [],
    lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'],
    rootDir: join(WORKSPACE_ROOT, 'packages/sdk/src'),
  }
  const config = { extends: join(WORKSPACE_ROOT, 'tsconfig.base.json'), compilerOptions: options, files: [SDK_SOURCE] }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  const { output, exitCode } = await runCommand([program, '-p', folder, '--pretty', 'false'])
  if (exitCode !== 0) throw new Error(`the types of the sdk were not emitted: ${output}`)
  return {
    index: join(folder, 'index.d.ts'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

function diagnosticsOf(output: string): readonly Diagnostic[] {
  const found: { file: string; line: number; message: string }[] = []
  for (const text of output.split('\n')) {
    const [, file, line, message] = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/.exec(text) ?? []
    if (file !== undefined && line !== undefined && message !== undefined) {
      found.push({ file: basename(file), line: Number(line), message })
    } else if (/^\s+\S/.test(text)) {
      // An explanation of the one before.
      const last = found.at(-1)
      if (last !== undefined) last.message += ` ${text.trim()}`
    }
  }
  return found
}
