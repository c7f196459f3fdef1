/** The rest of a file cannot be read. What came before it could, and counts. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
}
