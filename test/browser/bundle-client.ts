import { join } from 'node:path'
import { build } from 'esbuild'
import { WORKSPACE_ROOT } from '../support/workspace-root.ts'

/** The client as one file, as a page gets it. */
export interface ClientBundle {
  readonly code: string
  /** Every file that went into it, from the root of the workspace. */
  readonly files: readonly string[]
}

/** Bundles `@rudder-klaviyo/sdk/browser` from its sources, minified. */
export async function bundleClient(): Promise<ClientBundle> {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `export * from '@rudder-klaviyo/sdk/browser'`,
      resolveDir: join(WORKSPACE_ROOT, 'test'),
    },
    absWorkingDir: WORKSPACE_ROOT,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['source'],
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  return { code: outputFiles[0]?.text ?? '', files: Object.keys(metafile.inputs).filter((file) => file !== '<stdin>') }
}
