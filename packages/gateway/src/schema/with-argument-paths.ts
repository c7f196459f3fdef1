import type { ArgumentPaths } from './argument-paths.ts'

/** Issues or warnings of an event, in the words of the argument that it was made of. */
export function withArgumentPaths<Note extends { readonly path: string; readonly message: string }>(
  notes: readonly Note[],
  paths: ArgumentPaths,
): readonly Note[] {
  return notes.map((note) => ({ ...note, path: paths.toPath(note.path), message: paths.toMessage(note.message) }))
}
