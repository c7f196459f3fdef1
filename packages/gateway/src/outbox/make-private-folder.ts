import { chmodSync, mkdirSync, statSync } from 'node:fs'

const PRIVATE_FOLDER = 0o700

/**
 * Makes a folder that only its owner can read, and takes the rights of others from one that is there: events are full of
 * personal data.
 * @returns false when others keep their rights, since the folder belongs to another user
 */
export function makePrivateFolder(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER })
  // Windows has no such rights, and no user id.
  const userId = process.getuid?.()
  if (userId === undefined) return true
  const { mode, uid } = statSync(folder)
  if ((mode & 0o077) === 0) return true
  if (uid !== userId) return false
  chmodSync(folder, PRIVATE_FOLDER)
  return true
}
