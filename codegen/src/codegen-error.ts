/** A run that cannot go on: one line that says what, where and how to mend it. The command ends with status 2. */
export class CodegenError extends Error {
  override readonly name = 'CodegenError'
}
