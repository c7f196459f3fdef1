import type { Command } from './command.ts'

/** The commands by name. Each is loaded when it is run: `plan` must not wait for a server. */
export const commands: Readonly<Record<string, Command>> = {
  plan: {
    summary: 'the Klaviyo requests of events on standard input; sends nothing',
    run: async (args) => (await import('./plan/plan-command.ts')).plan(args),
  },
  explain: {
    summary: 'where each Klaviyo field of events on standard input comes from',
    run: async (args) => (await import('./explain/explain-command.ts')).explain(args),
  },
  send: {
    summary: 'delivers the events of files or of standard input, and goes on after an interruption',
    run: async (args) => (await import('./send/send-command.ts')).send(args),
  },
  sandbox: {
    summary: 'a Klaviyo on this machine, for tests, demos and offline work',
    run: async (args) => (await import('./sandbox-command.ts')).sandbox(args),
  },
  serve: {
    summary: 'the GraphQL gateway; without a Klaviyo key, with a sandbox beside it',
    run: async (args) => (await import('./serve-command.ts')).serve(args),
  },
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
