import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

interface BundleOptions {
  /** Where packages are looked up. */
  readonly folder: string
  /** @default 'browser', which knows no built-in module of Node and fails on one */
  readonly platform?: 'browser' | 'node'
  /** Conditions of `exports` beside those of the platform. */
  readonly conditions?: readonly string[]
  /** Keeps what nothing uses, whatever a package says of its side effects. @default false */
  readonly ignoreAnnotations?: boolean
}

/** A program and all it imports, minified, in one file. */
export interface Bundle {
  readonly code: string
  readonly minifiedBytes: number
  readonly gzipBytes: number
  /** What is still imported when it runs. */
  readonly externals: readonly string[]
}

/**
 * Bundles a program with esbuild.
 * @throws {Error} when something that it imports is not there, such as a built-in of Node for another platform
 */
export async function bundle(program: string, options: BundleOptions): Promise<Bundle> {
  const { folder, platform = 'browser', conditions = [], ignoreAnnotations = false } = options
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: folder, loader: 'ts' },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform,
    conditions: [...conditions],
    ignoreAnnotations,
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const code = outputFiles[0]?.text ?? ''
  const externals = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  return { code, minifiedBytes: Buffer.byteLength(code), gzipBytes: gzipSync(code, { level: 9 }).length, externals }
}
