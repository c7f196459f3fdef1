import { delimiter, join } from 'node:path'
import { WORKSPACE_ROOT } from '../workspace-root.ts'

/** Variables of whoever runs the tests that would change what a program under test does. */
const OURS =
  /^(KLAVIYO_|VITEST|NODE_ENV$|NODE_OPTIONS$|PORT$|SANDBOX_PORT$|HOST$|DATA_DIR$|DATABASE_URL$|PG[A-Z]+$|LOG_LEVEL$|CONSENT_FROM$|ALLOWED_ORIGINS$|(WRITE|SERVER|ADMIN)_KEY$)/

/** The environment of a program under test: nothing set by chance, and the pinned Node first on PATH. */
export function childEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name))
  const path = [join(WORKSPACE_ROOT, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter)
  return { ...Object.fromEntries(inherited), PATH: path, ...extra }
}
