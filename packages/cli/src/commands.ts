import { explainCommand } from './explain/explain-command.ts'
import { planCommand } from './plan/plan-command.ts'
import { sandboxCommand } from './sandbox-command.ts'
import { serveCommand } from './serve-command.ts'

/** One command: what `help` says of it, and what it does. */
export interface Command {
  readonly summary: string
  /** Gives the exit status. Throws a `UsageError` for wrong use. */
  run(args: readonly string[]): Promise<number>
}

/** The commands by name. */
export const commands: Readonly<Record<string, Command>> = {
  plan: planCommand,
  explain: explainCommand,
  sandbox: sandboxCommand,
  serve: serveCommand,
}

/** What `rudder-klaviyo help` prints. */
export function usage(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  return [
    'Usage: rudder-klaviyo <command> [options]',
    '',
    ...lines,
    '',
    'rudder-klaviyo <command> --help tells the options.',
  ].join('\n')
}
