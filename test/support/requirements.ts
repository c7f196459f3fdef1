import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram } from './find-program.ts'
import { requirement } from './requirement.ts'
import { WORKSPACE_ROOT } from './workspace-root.ts'

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const besideWorkspace = (path: string) => (): string | undefined => {
  const full = join(WORKSPACE_ROOT, '..', path)
  return existsSync(full) ? full : undefined
}

/** A browser for GraphiQL and the pages. `CHROMIUM_PATH` names one that is not on PATH. */
export const chromium = requirement('chromium', {
  find: () => findProgram([process.env['CHROMIUM_PATH'] ?? '', ...CHROMIUM_NAMES].filter((name) => name !== '')),
  missing: 'no Chromium or Chrome on PATH. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  installable: true,
})

/** A PostgreSQL server. `POSTGRES_PATH` names one that is neither on PATH nor where Debian puts it. */
export const postgres = requirement('PostgreSQL', {
  find: () =>
    findProgram([
      ...[process.env['POSTGRES_PATH'] ?? ''].filter((name) => name !== ''),
      ...globSync('/usr/lib/postgresql/*/bin/postgres').toSorted().toReversed(),
      'postgres',
    ]),
  missing: 'no server of PostgreSQL. Install one (Debian: apt-get install postgresql) or set POSTGRES_PATH.',
  installable: true,
})

/** Klaviyo's own OpenAPI documents, which we may read but not keep here: a folder of `<revision>.json` files. */
export const officialDocuments = requirement("Klaviyo's own OpenAPI documents", {
  find: besideWorkspace('shared/klaviyo/openapi'),
  missing: 'there is no ../shared/klaviyo/openapi beside the workspace.',
  installable: false,
})

/** The originals of `test/cases`: a folder of JSON-lines files. */
export const originalCases = requirement('the originals of the cases', {
  find: besideWorkspace('shared/cases'),
  missing: 'there is no ../shared/cases beside the workspace.',
  installable: false,
})
