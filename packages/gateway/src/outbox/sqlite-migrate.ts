import type { DatabaseSync } from 'node:sqlite'
import { MIGRATIONS } from './sqlite-schema.ts'

/**
 * Brings the file to the newest layout in one transaction, so that a killed start leaves the old one.
 * @throws {Error} when a newer version of the gateway wrote the file
 */
export function migrate(database: DatabaseSync, path: string): void {
  const version = Number(database.prepare('pragma user_version').get()?.['user_version'])
  if (version > MIGRATIONS.length) {
    throw new Error(
      `The outbox "${path}" has layout ${version}, and this gateway knows layouts up to ${MIGRATIONS.length}. ` +
        'Start the newer gateway that wrote it, or set DATA_DIR to another folder.',
    )
  }
  if (version === MIGRATIONS.length) return
  database.exec(
    ['begin immediate', ...MIGRATIONS.slice(version), `pragma user_version = ${MIGRATIONS.length}`, 'commit'].join(
      ';\n',
    ),
  )
}
