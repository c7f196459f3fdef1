/** What a command does with its arguments; gives the exit status. Throws a `UsageError` for wrong use. */
export type Run = (args: readonly string[]) => Promise<number>

/** One command: what `help` says of it, and how it is run. */
export interface Command {
  readonly summary: string
  readonly run: Run
}
