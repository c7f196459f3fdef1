import { resolve } from 'node:path'

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** Where our OpenAPI documents stand, one `<revision>.yaml` each. */
export const DOCUMENTS_FOLDER = resolve(ROOT, 'codegen/klaviyo')

/**
 * A path as its user meant it: from the folder where the command was typed. pnpm runs us in `codegen/` and keeps the
 * other in `INIT_CWD`.
 */
export function resolveUserPath(path: string, env: NodeJS.ProcessEnv): string {
  return resolve(env['INIT_CWD'] ?? process.cwd(), path)
}
